/// Who somebody is must come from the check alone, however a browser spells its claims.
enum Claims {
    static func findings(_ server: Server) -> [Finding] {
        let told = server.all.filter {
            !$0.isOfTheGate && ($0.scope.check != nil || $0.address.isNamed) && !server.opened.contains($0.address.text)
        }
        return told.flatMap { location in
            location.passes.flatMap { pass -> [Finding] in
                switch pass.name {
                case "fastcgi_pass":
                    return scopes(of: location, passing: pass, "fastcgi_param").flatMap { php($0, pass, server) }
                case "proxy_pass":
                    return scopes(of: location, passing: pass, "proxy_set_header").flatMap { proxy($0, pass, server) }
                case "memcached_pass": return []
                default: return [unknown(pass, server)]
                }
            }
        }
    }

    /// Where `pass` holds with headers of its own: in the location, and in a branch that sets one or passes itself.
    private static func scopes(of location: Location, passing pass: Directive, _ header: Word) -> [Scope] {
        let branches = location.branches.filter { !$0.own(header).isEmpty || $0.own.contains(pass) }
        return (location.scope.own.contains(pass) ? [location.scope] : []) + branches
    }

    private static func php(_ scope: Scope, _ pass: Directive, _ server: Server) -> [Finding] {
        let parameters = scope.effective("fastcgi_param")
        let given = parameters.filter { Gate.identities[$0.first.lowercased] != nil }
        let blank = Set(parameters.filter(isBlank).map { claim($0.first) })
        let missing =
            scope.effective("fastcgi_pass_request_headers").last?.first == "off"
            ? [] : Gate.claims.filter { !blank.contains(Word("http_".utf8 + $0.bytes)) }
        return forged(given, server)
            + unblanked(missing, scope.own("fastcgi_param").first, pass, server, remedy: "include protect-php.conf;")
    }

    private static func proxy(_ scope: Scope, _ pass: Directive, _ server: Server) -> [Finding] {
        let headers = scope.effective("proxy_set_header")
        let given = headers.filter { Gate.identities[claim($0.first)] != nil && !isBlank($0) }
        let set = Set(headers.map { claim($0.first) })
        let missing =
            scope.effective("proxy_pass_request_headers").last?.first == "off"
            ? [] : Gate.claims.filter { !set.contains($0) }
        return forged(given, server)
            + unblanked(
                missing, scope.own("proxy_set_header").first, pass, server, remedy: "include protect-proxy.conf;")
    }

    private static func forged(_ given: [Directive], _ server: Server) -> [Finding] {
        given.filter { !isBlank($0) && $0.arguments.dropFirst().first != Gate.identities[claim($0.first)] }.map {
            given in
            Finding(
                place: given.place(in: server.file),
                problem: "`\(given.line)` is not who the check says: anybody can claim to be somebody else",
                remedy: "\(given.name) \(given.first) \(Gate.identities[claim(given.first)] ?? "");")
        }
    }

    private static func unblanked(
        _ missing: [Word], _ own: Directive?, _ pass: Directive, _ server: Server, remedy: String
    ) -> [Finding] {
        guard let first = missing.first else { return [] }
        let others = missing.count > 1 ? " and \(missing.count - 1) more" : ""
        let reason = own.map { ", as `\($0.line)` discards all that is set around it" } ?? ""
        return [
            Finding(
                place: pass.place(in: server.file),
                problem: "`\(pass.line)` passes on what a browser claims to be (\(first)\(others))\(reason)",
                remedy: remedy)
        ]
    }

    private static func unknown(_ pass: Directive, _ server: Server) -> Finding {
        Finding(
            place: pass.place(in: server.file),
            problem: "`\(pass.line)` is not understood; look yourself that nobody can claim there to be somebody else",
            remedy: "proxy_pass or fastcgi_pass, after the include of protect-proxy.conf or protect-php.conf")
    }

    private static func isBlank(_ header: Directive) -> Bool { header.arguments.dropFirst().first == "" }

    /// Services take `Remote-User` and `remote_user` for the same.
    private static func claim(_ header: Word) -> Word {
        Word(header.lowercased.bytes.map { $0 == UInt8(ascii: "-") ? UInt8(ascii: "_") : $0 })
    }
}
