/// Who somebody is must come from the check alone, however a browser spells its claims.
enum Claims {
    static func findings(_ server: Server) -> [Finding] {
        server.handingOn.flatMap { location in
            location.passes.flatMap { pass -> [Finding] in
                guard pass.name != "memcached_pass" else { return [] }
                guard let kind = Claims.kinds[pass.name] else { return [unknown(pass, server)] }
                return scopes(of: location, passing: pass, kind.header).flatMap { scope in
                    forged(scope, kind, server) + passedOn(scope, kind, pass, server)
                }
            }
        }
    }

    /// How each kind of service is told something.
    private struct Kind {
        let header: Word
        /// What stands before the name of a header that the browser sent.
        let prefix: Word
        let switchesHeadersOff: Word
        let remedy: String
    }

    private static let kinds: [Word: Kind] = [
        "fastcgi_pass": Kind(
            header: "fastcgi_param", prefix: "http_", switchesHeadersOff: "fastcgi_pass_request_headers",
            remedy: "include protect-php.conf;"),
        "proxy_pass": Kind(
            header: "proxy_set_header", prefix: "", switchesHeadersOff: "proxy_pass_request_headers",
            remedy: "include protect-proxy.conf;"),
    ]

    /// Where `pass` holds with headers of its own: in the location, and in a branch that sets one or passes itself.
    private static func scopes(of location: Location, passing pass: Directive, _ header: Word) -> [Scope] {
        let branches = location.branches.filter { !$0.own(header).isEmpty || $0.own.contains(pass) }
        return (location.scope.own.contains(pass) ? [location.scope] : []) + branches
    }

    /// What says who somebody is, and is not from the check.
    private static func forged(_ scope: Scope, _ kind: Kind, _ server: Server) -> [Finding] {
        scope.effective(kind.header).filter { isForged($0, kind) }.map { header in
            Finding(
                place: header.place(in: server.file),
                problem: "`\(header.line)` is not who the check says, and anybody can claim to be somebody else",
                remedy: "\(header.name) \(header.first) \(identity(of: claim(header.first)));")
        }
    }

    private static func isForged(_ header: Directive, _ kind: Kind) -> Bool {
        let value = header.second
        if ["$remote_user", "${remote_user}"].contains(value) { return true }
        let typed = value.begins(with: "$http_") ? Word(value.bytes.dropFirst("$http_".utf8.count)) : nil
        if let typed, Gate.claims.contains(typed) { return true }
        let name = claim(header.first)
        let isClaim = Gate.claims.contains { $0 == name || Word(kind.prefix.bytes + $0.bytes) == name }
        return isClaim && !value.bytes.isEmpty && value != identity(of: name)
    }

    /// Headers of the browser's that arrive as it sent them.
    private static func passedOn(_ scope: Scope, _ kind: Kind, _ pass: Directive, _ server: Server) -> [Finding] {
        guard scope.effective(kind.switchesHeadersOff).last?.first != "off" else { return [] }
        let set = Set(scope.effective(kind.header).map { claim($0.first) })
        let missing = Gate.claims.filter { !set.contains(Word(kind.prefix.bytes + $0.bytes)) }
        guard let first = missing.first else { return [] }
        let others = missing.count > 1 ? " and \(missing.count - 1) more" : ""
        let reason = scope.own(kind.header).first.map { ", as `\($0.line)` discards all that is set around it" } ?? ""
        return [
            Finding(
                place: pass.place(in: server.file),
                problem: "`\(pass.line)` passes on what a browser claims to be (\(first)\(others))\(reason)",
                remedy: kind.remedy)
        ]
    }

    private static func unknown(_ pass: Directive, _ server: Server) -> Finding {
        Finding(
            place: pass.place(in: server.file),
            problem: "`\(pass.line)` is not understood; look yourself that nobody can claim there to be somebody else",
            remedy: "proxy_pass or fastcgi_pass, after the include of protect-proxy.conf or protect-php.conf")
    }

    /// The variable that the check fills for a header of this name.
    private static func identity(of claim: Word) -> Word {
        Gate.identities.first { claim.ends(with: $0.end) }?.variable ?? "$vestibule_user"
    }

    /// Services take `Remote-User` and `remote_user` for the same.
    private static func claim(_ header: Word) -> Word {
        Word(header.lowercased.bytes.map { $0 == UInt8(ascii: "-") ? UInt8(ascii: "_") : $0 })
    }
}
