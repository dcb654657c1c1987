/// A `location`, with what holds in it.
struct Location {
    let address: Address
    let directive: Directive
    let scope: Scope
    /// The locations inside it.
    let locations: [Location]
    /// The addresses of those around it, from the outermost on.
    let parents: [Address]
    /// Its `if` and `limit_except`, in which all of its own holds that they do not set themselves.
    let branches: [Scope]

    init(_ directive: Directive, in outer: Scope, parents: [Address] = []) {
        let scope = outer.entering(directive)
        let address = Address(directive.arguments)
        self.address = address
        self.directive = directive
        self.scope = scope
        self.parents = parents
        locations = scope.own("location").map { Location($0, in: scope, parents: parents + [address]) }
        branches = (scope.own("if") + scope.own("limit_except")).map(scope.entering)
    }

    /// What answers where no location does: the server itself.
    init(server: Directive, scope: Scope) {
        address = .prefix("", stopsExpressions: false)
        directive = server
        self.scope = scope
        locations = []
        parents = []
        branches = []
    }

    /// Itself and all locations inside it.
    var all: [Location] { [self] + locations.flatMap(\.all) }

    var place: Place { directive.place }

    /// As it is written: `location ~ \.php$`.
    var name: String { directive.line }

    var isOfTheGate: Bool { Gate.addresses.contains(address) }

    /// A way for certificates to be renewed, and no wider one.
    var isForRenewals: Bool { !address.isExpression && address.word.begins(with: Gate.renewals) }

    /// Whether it is meant for renewals, however it is written.
    var namesRenewals: Bool { address.word.contains("acme-challenge") }

    /// The line that lets renewals past, and nobody else: a regular expression could be met by other addresses too.
    var wayForRenewals: String {
        address.isExpression ? "location ^~ \(Gate.renewals)/ { auth_request off; in its place" : "auth_request off;"
    }

    /// What hands its requests on, in it or in a branch.
    var passes: [Directive] { ([scope] + branches).flatMap(\.own).filter { Location.passing.contains($0.name) } }

    /// Whether only nginx itself comes here, after a check or an error elsewhere.
    var isInternal: Bool { address.isNamed || !scope.own("internal").isEmpty }

    /// A file that is shown in place of an error.
    var isErrorPage: Bool {
        if case .exact = address { isInternal && passes.isEmpty } else { false }
    }

    static let passing: [Word] = [
        "fastcgi_pass", "proxy_pass", "uwsgi_pass", "scgi_pass", "grpc_pass", "memcached_pass",
    ]

    /// Whether it delivers nothing to anybody: it refuses, or leads to where the check is asked.
    func deliversNothing(names: Set<Word>) -> Bool {
        if scope.isClosedByAddress { return true }
        guard let first = scope.own("return").first, case .nothing = Answer(first, names: names) else { return false }
        return true
    }
}
