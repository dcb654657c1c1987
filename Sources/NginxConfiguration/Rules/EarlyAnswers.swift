/// `return` and `rewrite` come before the check in nginx, whichever stands first.
enum EarlyAnswers {
    static func findings(_ server: Server) -> [Finding] {
        let behind = server.all.filter {
            $0.scope.check != nil && !$0.isOfTheGate && !server.opened.contains($0.address.word)
        }
        let ofServer = rewriting(server.scope.own).filter { isMeant($0, behind, server) }
        let ofLocations = behind.flatMap { rewriting($0.scope.own) }
        return ofServer.flatMap { finding($0, server) { leading($0, server) } }
            + ofLocations.flatMap { finding($0, server) { staysThere($0) ? [] : leading($0, server) } }
    }

    /// The server's own come before any location is chosen; they matter where an address behind the gate may be meant.
    private static func isMeant(_ directive: Directive, _ behind: [Location], _ server: Server) -> Bool {
        guard server.scope.check == nil, directive.name == "rewrite" else { return true }
        return behind.contains { location in
            switch location.address {
            case .exact(let word), .prefix(let word, _):
                Beginnings(of: directive.first).mayMeet(word, ignoringCase: false)
            case .expression: location.address.mayTake(matching: directive.first)
            case .named: false
            }
        }
    }

    /// Also what stands in an `if`.
    private static func rewriting(_ block: [Directive]) -> [Directive] {
        block.flatMap { directive in
            guard directive.name == "if" else {
                return ["return", "rewrite"].contains(directive.name) ? [directive] : []
            }
            return rewriting(directive.block ?? []).filter { !leadsBack($0, from: directive.arguments) }
        }
    }

    /// Whether it leads to what the address that was asked for begins with, where the check is asked again:
    /// `if ($request_uri ~ "^(.*/)index.php") { return 301 $1; }`.
    private static func leadsBack(_ answer: Directive, from condition: [Word]) -> Bool {
        answer.name == "return" && answer.arguments.count == 2 && answer.second.begins(with: "$1")
            && condition.count > 2 && ["($request_uri", "($uri", "($document_uri"].contains(condition[0])
            && condition[2].begins(with: "^(")
    }

    /// In a location, `break` stays there; in the server, it only ends the rewriting.
    private static func staysThere(_ rewrite: Directive) -> Bool { rewrite.arguments.last == "break" }

    private static func finding(
        _ directive: Directive, _ server: Server, goingOn: (Directive) -> [Finding]
    ) -> [Finding] {
        let place = directive.place(in: server.file)
        switch Answer(directive, names: server.names) {
        case .nothing: return []
        case .text:
            return [
                Finding(
                    place: place, problem: "`\(directive.line)` answers before the check is asked",
                    remedy: "try_files /FILE =404; in its place")
            ]
        case .redirect(let target):
            return [
                Finding(
                    place: place, problem: "`\(directive.line)` sends everybody to \(target) before the check is asked",
                    remedy: "return 404; in its place")
            ]
        case nil: return goingOn(directive)
        }
    }

    /// A rewrite that goes on elsewhere: what is there is asked for its own check, not for this one's.
    private static func leading(_ rewrite: Directive, _ server: Server) -> [Finding] {
        guard rewrite.arguments.count > 1 else { return [] }
        return server.openLocations(at: rewrite.arguments[1]).map { location in
            Finding(
                place: rewrite.place(in: server.file),
                problem: "`\(rewrite.line)` leads to `\(location.name)` (\(location.place)) before the check is asked",
                remedy: "include protect.conf; in that location")
        }
    }
}
