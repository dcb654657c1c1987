/// Who renews a certificate asks for a file without a session, and must find it.
enum Renewals {
    static func findings(_ server: Server) -> [Finding] {
        server.all.filter { $0.namesRenewals && !$0.deliversNothing(names: server.names) }
            .flatMap { location in
                location.scope.check == nil ? hidden(location, server) : [refused(location, server)]
            }
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

    /// Patterns for hidden files, which `/.well-known` looks like.
    private static func isOneDot(_ pattern: Word) -> Bool { ["/\\.", "^/\\.", "\\/\\.", "(^|/)\\."].contains(pattern) }
}
