/// A `server`, with what holds in it.
struct Server {
    let directive: Directive
    let scope: Scope
    let locations: [Location]
    /// The names of all servers here.
    let names: Set<Word>
    /// Addresses that the operator means to be open.
    let opened: Set<Word>

    init(_ directive: Directive, in http: Scope, names: Set<Word>, opened: Set<Word>) {
        let scope = http.entering(directive)
        self.directive = directive
        self.scope = scope
        self.names = names
        self.opened = opened
        locations = scope.own("location").map { Location($0, in: scope) }
    }

    /// Every location, each followed by those inside it.
    var all: [Location] { locations.flatMap(\.all) }

    var file: String { directive.place.file }

    static func names(of server: Directive) -> Set<Word> {
        Set((server.block ?? []).filter { $0.name == "server_name" }.flatMap(\.arguments)).subtracting(["_", ""])
    }

    /// The names that are whole, and no patterns, in the order of the alphabet.
    static func literalNames(of server: Directive) -> [Word] {
        names(of: server).filter { !$0.bytes.contains { Array("*~$".utf8).contains($0) } && !$0.begins(with: ".") }
            .sorted { $0.description < $1.description }
    }

    /// For people: its names, or where it listens.
    var title: String {
        let names = Server.names(of: directive)
        let words = names.isEmpty ? scope.own("listen").map(\.first) : Array(names)
        return words.map(\.description).sorted().joined(separator: " ")
    }

    /// The location that answers `address` and no other.
    func location(exactly address: Word) -> Location? { locations.first { $0.address == .exact(address) } }

    func location(named name: Word) -> Location? { locations.first { $0.address == .named(name) } }

    /// The distinct lines that ask a check, wherever they hold.
    var checks: [Directive] {
        ([scope] + all.map(\.scope)).compactMap(\.check)
            .reduce(into: []) { checks, check in if !checks.contains(check) { checks.append(check) } }
    }

    /// Whether the check passes to the gate, and to nothing else.
    var gate: Location? {
        location(exactly: Gate.check).flatMap { $0.scope.own("fastcgi_pass").last?.first == Gate.upstream ? $0 : nil }
    }

    /// Whether it is the product's own, where every page checks for itself.
    var isVestibule: Bool { all.contains { $0.scope.own("fastcgi_pass").contains { $0.first == Gate.lane } } }

    /// Whether somebody meant to put it behind the gate.
    var isBehindGate: Bool { !isVestibule && (gate != nil || checks.contains { $0.first == Gate.check }) }

    /// Whether all it does is to lead to another address.
    var leadsElsewhere: Bool {
        !scope.own("return").isEmpty
            || (!locations.isEmpty && all.allSatisfy { $0.isForRenewals || $0.deliversNothing(names: names) })
    }

    /// Whether everybody is answered by `location` with something that was meant for those who pass.
    func isOpen(_ location: Location) -> Bool {
        location.scope.check == nil && !location.isOfTheGate && !location.isForRenewals && !location.isErrorPage
            && !opened.contains(location.address.word) && !location.deliversNothing(names: names)
    }

    /// The locations that have a check or a demand of their own, and so stand out from what the server asks.
    var singledOut: [Location] {
        all.filter {
            $0.scope.check != nil
                && (!$0.scope.own("auth_request").isEmpty || $0.scope.own(setting: Gate.demand) != nil)
        }
    }

    /// The locations that tell somebody else who is there.
    var handingOn: [Location] {
        all.filter {
            !$0.isOfTheGate && ($0.scope.check != nil || $0.address.isNamed) && !opened.contains($0.address.word)
        }
    }

    /// The open locations to which `target` may lead, as a rewrite or an error page writes it.
    func openLocations(at target: Word) -> [Location] { locations(at: target, where: isOpen) }

    /// Those of the locations that are meant to which `target` may lead.
    func locations(at target: Word, where isMeant: (Location) -> Bool) -> [Location] {
        if target.begins(with: "@") { return location(named: target).map { [$0] }?.filter(isMeant) ?? [] }
        let literal = target.literal
        let rest = target.bytes.dropFirst(literal.bytes.count)
        guard rest.isEmpty || rest.first == UInt8(ascii: "?") else {
            return everywhere.filter { isMeant($0) && mayTake($0, beneath: literal) }
        }
        if let exact = all.first(where: { $0.address == .exact(literal) }) { return [exact].filter(isMeant) }
        let candidates = everywhere.filter { isMeant($0) && mayTake($0, literal) }
        let expressions = candidates.filter(\.address.isExpression)
        return expressions.isEmpty ? candidates : expressions
    }

    /// Every location, and the server itself, which answers where there is none.
    var everywhere: [Location] { all + [Location(server: directive, scope: scope)] }

    /// Whether `location` may be chosen for addresses that begin with `literal`.
    private func mayTake(_ location: Location, beneath literal: Word) -> Bool {
        location.address.mayTake(beneath: literal) || mayTake(location, literal)
    }

    /// Whether `location` may be chosen for `address`, which no location is for exactly.
    private func mayTake(_ location: Location, _ address: Word) -> Bool {
        switch location.address {
        case .expression(let pattern, _):
            location.address.mayTake(beneath: address) && Endings(of: pattern).mayEnd(address)
        case .prefix(let prefix, _):
            address.begins(with: prefix)
                && !all.contains { other in
                    guard case .prefix(let other, _) = other.address else { return false }
                    return other.bytes.count > prefix.bytes.count && address.begins(with: other)
                }
        case .exact, .named: false
        }
    }
}
