/// What is not known to be harmless is named, never passed over.
enum UnknownDirectives {
    static func findings(_ server: Server) -> [Finding] { findings(in: server.scope.own) }

    /// Looks at a block and those in it, but not at other servers, nor at the words of tables such as a `map`.
    static func findings(in block: [Directive]) -> [Finding] {
        block.flatMap { directive -> [Finding] in
            let unknown = KnownDirectives.names.contains(directive.name) ? [] : [finding(directive)]
            let inner = KnownDirectives.containers.contains(directive.name) ? directive.block ?? [] : []
            return unknown + findings(in: inner)
        }
    }

    /// Looks at the blocks that stand beside `http`: what mail is asked for leads to no page.
    static func findings(beside directives: [Directive]) -> [Finding] {
        guard directives.contains(where: { $0.name == "http" }) else { return [] }
        return directives.filter { $0.block != nil && !["events", "http", "mail", "stream"].contains($0.name) }.map(
            finding)
    }

    private static func finding(_ directive: Directive) -> Finding {
        Finding(
            place: directive.place,
            problem: "`\(directive.name)` is not understood; look yourself whether it gets past the gate",
            remedy: "nothing else, if it does not")
    }
}
