/// Another server that serves what a server behind the gate serves: by its name on another port, or from its folder.
enum SecondEntrances {
    static func findings(_ servers: [Server]) -> [Finding] {
        let behind = servers.filter(\.isBehindGate)
        return servers.filter { !$0.isBehindGate && !$0.isVestibule && !$0.leadsElsewhere }.flatMap { open in
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
        return (sources(open).intersection(sources(behind))).first.map { "\($0)" }
    }

    /// The names of this machine are those of any number of sites.
    private static func isPublic(_ name: Word) -> Bool { !["localhost", "127.0.0.1", "[::1]"].contains(name) }

    /// Its folders, as they are written, and the services behind it, by their addresses.
    private static func sources(_ server: Server) -> Set<Word> {
        let scopes = [server.scope] + server.all.filter { !$0.isOfTheGate && !$0.isForRenewals }.map(\.scope)
        let directives = scopes.flatMap(\.own)
        let folders = directives.filter { ["root", "alias"].contains($0.name) }.map { withoutSlash($0.first) }
        let services = directives.filter { $0.name == "proxy_pass" }.flatMap { members(of: service($0.first), server) }
        return Set(folders + services)
    }

    private static func withoutSlash(_ path: Word) -> Word {
        path.ends(with: "/") ? Word(path.bytes.dropLast()) : path
    }

    /// `127.0.0.1:9000` of `http://127.0.0.1:9000/app/`.
    private static func service(_ url: Word) -> Word {
        let scheme = ["http://", "https://"].first { url.begins(with: $0) } ?? "" as Word
        let rest = Word(url.bytes.dropFirst(scheme.bytes.count))
        return rest.begins(with: "unix:") ? rest : Word(rest.bytes.prefix { $0 != UInt8(ascii: "/") })
    }

    private static func members(of service: Word, _ server: Server) -> [Word] {
        let upstream = server.scope.outermost.first { $0.name == "upstream" && $0.first == service }
        let addresses = upstream?.block?.filter { $0.name == "server" }.map(\.first) ?? [service]
        let name: Word = "localhost"
        return addresses.map {
            $0.begins(with: name) ? Word("127.0.0.1".utf8 + $0.bytes.dropFirst(name.bytes.count)) : $0
        }
    }
}
