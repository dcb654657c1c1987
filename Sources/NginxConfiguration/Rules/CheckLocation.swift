/// The location that answers the check has to hand on what the gate says, and nothing else.
enum CheckLocation {
    static func findings(_ server: Server) -> [Finding] {
        server.gate.map {
            notInternal($0, server) + errorPages($0, server) + otherAnswers($0, server) + untold($0, server)
                + rewritten(server)
        } ?? []
    }

    private static func notInternal(_ check: Location, _ server: Server) -> [Finding] {
        guard check.scope.own("internal").isEmpty else { return [] }
        return [
            Finding(
                place: check.directive.place(in: server.file), problem: "any browser can ask `\(check.name)` itself",
                remedy: "internal;")
        ]
    }

    /// An error page that stands around the location takes the gate's no for an error, and may deliver it as 200.
    private static func errorPages(_ check: Location, _ server: Server) -> [Finding] {
        let pages = check.scope.effective("error_page")
        guard check.scope.own("error_page").isEmpty else {
            return pages.filter {
                $0.arguments.contains { $0.bytes.count == 3 && $0.lowercased != "599" && Int($0.description) != nil }
            }
            .map { page in
                Finding(
                    place: page.place(in: server.file),
                    problem: "`\(page.line)` would be taken for the answer of the check",
                    remedy: "error_page 599 /auth/check;")
            }
        }
        return pages.prefix(1).map { page in
            Finding(
                place: check.directive.place(in: server.file),
                problem:
                    "`\(page.line)` (\(page.place)) holds for the check too, and an error page that is delivered as 200 "
                    + "is a yes",
                remedy: "error_page 599 /auth/check;")
        }
    }

    private static func otherAnswers(_ check: Location, _ server: Server) -> [Finding] {
        let others = ["return", "rewrite", "try_files", "if", "mirror"].flatMap { check.scope.own($0) }
        let caches = check.scope.isOn("fastcgi_cache") ? check.scope.effective("fastcgi_cache") : []
        return (others + caches).map { other in
            Finding(
                place: other.place(in: server.file), problem: "`\(other.line)` answers the check in place of the gate",
                remedy: "include gate.conf;")
        }
    }

    private static func untold(_ check: Location, _ server: Server) -> [Finding] {
        let told = check.scope.effective("fastcgi_param")
        let missing = Gate.parameters.filter { parameter in
            !told.contains { $0.first == parameter.name && (parameter.value.map($0.arguments.contains) ?? true) }
        }
        guard !missing.isEmpty else { return [] }
        let names = missing.map { $0.name.description }.joined(separator: ", ")
        return [
            Finding(
                place: check.directive.place(in: server.file), problem: "the gate is not told \(names)",
                remedy: "include gate.conf;")
        ]
    }

    /// The server's own rewriting is gone through for the check as well, unless gate.conf stands before it.
    private static func rewritten(_ server: Server) -> [Finding] {
        server.beforeGate.flatMap { [$0] + ($0.name == "if" ? $0.block ?? [] : []) }
            .filter { rewrite in
                guard rewrite.name == "rewrite", rewrite.arguments.count > 1 else { return false }
                return Beginnings(of: rewrite.first).mayBegin(Gate.check)
            }
            .map { rewrite in
                Finding(
                    place: rewrite.place(in: server.file),
                    problem: "`\(rewrite.line)` may also rewrite the address of the check",
                    remedy: "include gate.conf; above it")
            }
    }
}

extension Server {
    /// What stands in the server before gate.conf ends its rewriting for the check.
    var beforeGate: ArraySlice<Directive> {
        scope.own.prefix { directive in
            !(directive.name == "if" && directive.arguments == ["($uri", "=", "/auth/check)"]
                && directive.block?.first?.name == "break")
        }
    }
}
