/// Files that are behind the gate by one address, and may be read by another.
enum Folders {
    static func findings(_ server: Server) -> [Finding] {
        let open = server.all.filter { $0.scope.check == nil && !$0.isOfTheGate && $0.passes.isEmpty }
        return open.compactMap { climbing($0, server) } + open.filter(server.isOpen).compactMap { same($0, server) }
    }

    /// nginx makes `/files../x` of `location /files` and `alias /srv/files/` into `/srv/files/../x`.
    private static func climbing(_ location: Location, _ server: Server) -> Finding? {
        guard case .prefix(let prefix, _) = location.address, !prefix.ends(with: "/"),
            let alias = location.scope.own("alias").last, alias.first.ends(with: "/")
        else { return nil }
        return Finding(
            place: location.directive.place(in: server.file),
            problem: "\(prefix)../ leads to everything beside \(alias.first), to everybody",
            remedy: "location \(prefix)/ {")
    }

    private static func same(_ location: Location, _ server: Server) -> Finding? {
        guard let alias = location.scope.own("alias").last?.first else { return nil }
        let behind = server.singledOut.first {
            folder(of: $0).map { $0.begins(with: alias) || alias.begins(with: $0) } ?? false
        }
        return behind.map { behind in
            Finding(
                place: location.directive.place(in: server.file),
                problem: "`\(location.name)` has files of `\(behind.name)` (\(behind.place)), and answers everybody",
                remedy: "include protect.conf;")
        }
    }

    private static func folder(of location: Location) -> Word? {
        guard case .prefix(let prefix, _) = location.address, prefix != "/" else { return nil }
        if let alias = location.scope.own("alias").last { return alias.first }
        return location.scope.effective("root").last.map { Word($0.first.bytes + prefix.bytes) }
    }
}
