/// Who renews a certificate asks for a file without a session, and must find it; nobody may find more there.
enum Renewals {
    static func findings(_ server: Server) -> [Finding] {
        server.all.filter { $0.namesRenewals && !$0.deliversNothing(names: server.names) }
            .flatMap { location in
                location.scope.check == nil ? hidden(location, server) : [refused(location, server)]
            } + server.all.filter { $0.isForRenewals && $0.scope.check == nil }.flatMap { wide($0, server) }
    }

    private static func refused(_ location: Location, _ server: Server) -> Finding {
        Finding(
            place: location.directive.place(in: server.file),
            problem: "`\(location.name)` is behind the gate, and certificates are not renewed",
            remedy: location.wayForRenewals)
    }

    /// A regular expression such as `/\.` is tried before a prefix, unless `^~` keeps it away.
    private static func hidden(_ location: Location, _ server: Server) -> [Finding] {
        guard case .prefix(let prefix, stopsExpressions: false) = location.address else { return [] }
        return server.locations.filter { other in
            guard case .expression(let pattern, _) = other.address else { return false }
            return isOneDot(pattern) && (other.scope.check != nil || other.deliversNothing(names: server.names))
        }.prefix(1).map { other in
            Finding(
                place: location.directive.place(in: server.file),
                problem:
                    "`\(other.name)` (\(other.place)) comes before `\(location.name)`, and certificates are not renewed",
                remedy: "location ^~ \(prefix) {")
        }
    }

    /// Another path in the place of the location's own, which is one of what is behind the gate.
    private static func wide(_ location: Location, _ server: Server) -> [Finding] {
        let behind = Sources(server)
        let aliases = location.scope.own("alias").filter { alias in
            let folder = Sources.folder(alias.first)
            let isTheirs = folder.contains("acme") || folder.contains(".well-known")
            return behind.folders.union(behind.parts).contains {
                $0.begins(with: folder) || !isTheirs && folder.begins(with: $0)
            }
        }
        let passes = location.passes.filter { pass in
            guard let service = Service(pass, in: location, of: server), let path = service.path else { return false }
            return !path.begins(with: Gate.renewals) && !service.members.isDisjoint(with: behind.services)
        }
        return (aliases + passes).map { way in
            Finding(
                place: way.place(in: server.file),
                problem: "`\(way.line)` gives everybody at `\(location.name)` what the server has behind the gate",
                remedy: "root /var/lib/letsencrypt; or another folder of their own")
        }
    }

    /// Patterns for hidden files, which `/.well-known` looks like.
    private static func isOneDot(_ pattern: Word) -> Bool { ["/\\.", "^/\\.", "\\/\\.", "(^|/)\\."].contains(pattern) }
}
