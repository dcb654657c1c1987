/// The blocks that a place of the configuration stands in, from `http` inwards, and what holds there.
///
/// nginx inherits a directive from the nearest block that has it: one `fastcgi_param` of a location's own discards
/// all of the server's.
struct Scope {
    private let levels: [[Directive]]

    init(levels: [[Directive]]) {
        self.levels = levels
    }

    /// What stands in `http` itself.
    var outermost: [Directive] { levels.first ?? [] }

    func entering(_ block: Directive) -> Scope { Scope(levels: levels + [block.block ?? []]) }

    /// What stands in the innermost block itself.
    var own: [Directive] { levels.last ?? [] }

    /// What stands in it and in its `if` blocks.
    func everywhere(_ name: Word) -> [Directive] { Scope.everywhere(name, in: own) }

    private static func everywhere(_ name: Word, in block: [Directive]) -> [Directive] {
        block.flatMap { $0.name == name ? [$0] : $0.name == "if" ? everywhere(name, in: $0.block ?? []) : [] }
    }

    func own(_ name: Word) -> [Directive] { own.filter { $0.name == name } }

    /// What holds here of the directives called `name`.
    func effective(_ name: Word) -> [Directive] {
        levels.last { level in level.contains { $0.name == name } }?.filter { $0.name == name } ?? []
    }

    /// Whether `name` is set to something else than `off` here.
    func isOn(_ name: Word) -> Bool { effective(name).last.map { $0.first != "off" } ?? false }

    /// Whether the access rules let nobody in, or those alone whom they name by their address.
    var isClosedByAddress: Bool {
        let rules = levels.last { level in level.contains { $0.name == "allow" || $0.name == "deny" } } ?? []
        let deniesAll = rules.contains { $0.name == "deny" && $0.first == "all" }
        let allowsAll = rules.contains { $0.name == "allow" && $0.first == "all" }
        return deniesAll && !allowsAll && effective("satisfy").last?.first != "any"
    }

    /// Who is asked before anything is delivered from here.
    var check: Directive? { effective("auth_request").last.flatMap { $0.first == "off" ? nil : $0 } }

    /// What is demanded of who passes: what was set last, in a block of its own or the server's. A location inside
    /// another inherits nothing of that one's.
    func demand(in server: Scope) -> Word {
        (own(setting: "$vestibule_require") ?? server.own(setting: "$vestibule_require"))?.arguments.last ?? ""
    }

    func own(setting variable: Word) -> Directive? { own("set").last { $0.first == variable } }
}
