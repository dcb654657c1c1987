/// The variables that say who somebody is are filled by the check, and by nothing else.
enum Identities {
    static func findings(_ server: Server) -> [Finding] {
        let scopes = [server.scope] + server.all.filter { !$0.isOfTheGate }.map(\.scope)
        return scopes.flatMap { overwritten($0, server) } + server.handingOn.flatMap { lost($0, server) }
    }

    private static func overwritten(_ scope: Scope, _ server: Server) -> [Finding] {
        let variables = Gate.identities.map(\.variable)
        let set = scope.everywhere("set").filter { variables.contains($0.first) }
        let answered = scope.effective("auth_request_set").filter { filled in
            Gate.identities.contains { $0.variable == filled.first && $0.answer != filled.second }
        }
        return (set + answered).map { other in
            Finding(
                place: other.place(in: server.file),
                problem: "`\(other.line)` says who somebody is in place of the check", remedy: "include protect.conf;")
        }
    }

    /// One `auth_request_set` of a location's own discards all that protect.conf has.
    private static func lost(_ location: Location, _ server: Server) -> [Finding] {
        let own = location.scope.own("auth_request_set")
        guard let first = own.first, !own.contains(where: { $0.first == "$vestibule_user" }) else { return [] }
        return [
            Finding(
                place: first.place(in: server.file), problem: "`\(first.line)` discards who the check says it is",
                remedy:
                    "auth_request_set $vestibule_user $upstream_http_remote_user; and its companions of protect.conf")
        ]
    }
}
