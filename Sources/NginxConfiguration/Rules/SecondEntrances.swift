/// Another server that serves what a server behind the gate serves: by its name on another port, from its folder, or from
/// the service behind it.
enum SecondEntrances {
    static func findings(_ servers: [Server]) -> [Finding] {
        let behind = servers.filter(\.isBehindGate).map { (server: $0, sources: Sources($0)) }
        return servers.filter { !$0.isBehindGate && !$0.isVestibule && !$0.leadsElsewhere }.flatMap { open in
            let sources = Sources(open)
            return behind.compactMap { name(open, $0.server) ?? shared(sources, $0.sources) }.prefix(1).map { shared in
                Finding(
                    place: open.directive.place,
                    problem: "this server has \(shared) of one behind the gate, and answers everybody",
                    remedy: "return 301 https://$host$request_uri;")
            }
        }
    }

    /// A name that both have. Those of this machine are those of any number of sites.
    private static func name(_ open: Server, _ behind: Server) -> String? {
        Server.names(of: open.directive).intersection(Server.names(of: behind.directive))
            .subtracting(["localhost", "127.0.0.1", "[::1]"]).first.map { "the name \($0)" }
    }

    /// A service or a folder of both.
    private static func shared(_ open: Sources, _ behind: Sources) -> String? {
        if let service = open.services.intersection(behind.services).first { return "\(service)" }
        let meant = behind.folders.union(behind.parts)
        let folder = meant.first { meant in
            open.folders.contains { $0 == meant || open.usesFolders && meant.begins(with: $0) }
                || open.parts.contains(where: meant.overlaps)
        }
        return folder.map { $0.ends(with: "/") ? "\(Word($0.bytes.dropLast()))" : "\($0)" }
    }
}
