/// The address that `auth_request` names has to be answered by the gate: a front controller says 200 to any.
enum CheckAddress {
    static func findings(_ server: Server) -> [Finding] {
        guard !server.checks.isEmpty else {
            return [
                Finding(
                    place: server.directive.place, problem: "the gate is here, and nothing asks it",
                    remedy: "include protect.conf;")
            ]
        }
        return server.checks.compactMap { check in
            let place = check.place(in: server.file)
            guard let location = server.location(exactly: check.first) else {
                return Finding(
                    place: place,
                    problem: "`\(check.line)` asks an address that no `location = \(check.first)` answers, "
                        + "and whatever else answers it with 200 lets everybody past",
                    remedy: check.first == Gate.check ? "include gate.conf;" : "include protect.conf;")
            }
            let pass = location.scope.own("fastcgi_pass").last
            guard pass?.first != Gate.upstream else { return nil }
            return Finding(
                place: location.directive.place(in: server.file),
                problem: "`\(location.name)` answers the check, and does not ask the gate", remedy: "include gate.conf;"
            )
        }
    }
}
