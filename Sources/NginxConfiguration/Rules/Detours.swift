/// Another address at which a service gives out what is behind the gate at its own.
enum Detours {
    static func findings(_ server: Server) -> [Finding] {
        let open = server.all.filter { server.isOpen($0) && !$0.isInternal }
        return open.flatMap { location in
            location.passes.flatMap { pass -> [Finding] in
                guard let service = Service(pass, in: location, of: server) else { return [] }
                return server.singledOut.filter { reaches(location, service, $0, server) }.prefix(1).map { behind in
                    Finding(
                        place: pass.place(in: server.file),
                        problem: "`\(pass.line)` gives everybody at `\(location.name)` what `\(behind.name)` "
                            + "(\(behind.place)) has behind the gate", remedy: "include protect.conf;")
                }
            }
        }
    }

    /// Whether the service is asked by `location` for what `behind` asks it for, though by another address of the site.
    private static func reaches(
        _ location: Location, _ service: Service, _ behind: Location, _ server: Server
    ) -> Bool {
        behind.passes.contains { pass in
            guard let other = Service(pass, in: behind, of: server), !other.members.isDisjoint(with: service.members),
                let wanted = asked(other, behind)
            else { return false }
            let rewritten = location.scope.everywhere("rewrite").filter { $0.arguments.last == "break" }
            if rewritten.contains(where: { $0.second.literal.overlaps(wanted) }) { return true }
            guard let own = asked(service, location) else { return false }
            let isSame = own == location.address.word && wanted == behind.address.word
            return !isSame && own.overlaps(wanted)
        }
    }

    /// What the addresses begin with for which the service is asked; `nil` where that is not known.
    private static func asked(_ service: Service, _ location: Location) -> Word? {
        if let path = service.path, !["$uri", "$request_uri", "$document_uri"].contains(where: path.begins) {
            return path.literal
        }
        switch location.address {
        case .exact(let word), .prefix(let word, _): return word
        case .expression, .named: return nil
        }
    }
}
