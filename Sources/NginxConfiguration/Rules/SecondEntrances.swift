/// Another server that serves what a server behind the gate serves: by its name on another port, or from its folder.
enum SecondEntrances {
    static func findings(_ servers: [Server]) -> [Finding] {
        let behind = servers.filter(\.isBehindGate)
        return servers.filter { !$0.isBehindGate && !$0.isVestibule && !leadsElsewhere($0) }.flatMap { open in
            behind.compactMap { shared(open, $0) }.prefix(1).map { shared in
                Finding(
                    place: open.directive.place,
                    problem: "this server has \(shared) of one behind the gate, and answers everybody",
                    remedy: "return 301 https://$host$request_uri;")
            }
        }
    }

    /// What both have: a name, a folder, or a service.
    private static func shared(_ open: Server, _ behind: Server) -> String? {
        if let name = Server.names(of: open.directive).intersection(Server.names(of: behind.directive)).first,
            isPublic(name)
        {
            return "the name \(name)"
        }
        return (sources(open).intersection(sources(behind))).first.map { "`\($0)`" }
    }

    /// The names of this machine are those of any number of sites.
    private static func isPublic(_ name: Word) -> Bool { !["localhost", "127.0.0.1", "[::1]"].contains(name) }

    private static func sources(_ server: Server) -> Set<Word> {
        let names: [Word] = ["root", "alias", "proxy_pass"]
        let scopes = [server.scope] + server.all.filter { !$0.isOfTheGate && !$0.isForRenewals }.map(\.scope)
        return Set(
            scopes.flatMap(\.own).filter { names.contains($0.name) }.map { source in
                Word(source.line.utf8.reversed().drop { $0 == UInt8(ascii: "/") }.reversed())
            })
    }

    /// Whether all it does is to lead to another address.
    private static func leadsElsewhere(_ server: Server) -> Bool {
        !server.scope.own("return").isEmpty
            || (!server.locations.isEmpty
                && server.all.allSatisfy { $0.isForRenewals || $0.deliversNothing(names: server.names) })
    }
}
