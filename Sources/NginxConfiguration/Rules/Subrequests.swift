/// nginx asks no check for what a page includes, for what is added to it, or for where it is mirrored: whoever gets the page
/// gets that too.
enum Subrequests {
    static func findings(_ server: Server) -> [Finding] {
        let locations = server.everywhere.filter {
            !$0.isOfTheGate && !$0.isForRenewals && !$0.deliversNothing(names: server.names)
        }
        return locations.flatMap { included($0, server) + added($0, server) }
    }

    /// A page with commands in it may include any address.
    private static func included(_ location: Location, _ server: Server) -> [Finding] {
        guard location.scope.isOn("ssi"), let ssi = location.scope.effective("ssi").last else { return [] }
        return server.everywhere.filter { asksMore($0, than: location, server) }.prefix(1).map { behind in
            finding(ssi, location, behind, server, remedy: "ssi off;")
        }
    }

    private static func added(_ location: Location, _ server: Server) -> [Finding] {
        ["add_before_body", "add_after_body", "mirror"].flatMap { location.scope.effective($0) }
            .filter { $0.first.begins(with: "/") }
            .flatMap { addition in
                server.locations(at: addition.first) { asksMore($0, than: location, server) }.prefix(1).map { behind in
                    finding(addition, location, behind, server, remedy: "\(addition.name) to an address that is open;")
                }
            }
    }

    private static func asksMore(_ behind: Location, than location: Location, _ server: Server) -> Bool {
        guard behind.scope.check != nil, !behind.isOfTheGate, !behind.deliversNothing(names: server.names) else {
            return false
        }
        return location.scope.check == nil
            || !location.scope.demand(in: server.scope).parts.isSuperset(
                of: behind.scope.demand(in: server.scope).parts)
    }

    private static func finding(
        _ line: Directive, _ location: Location, _ behind: Location, _ server: Server, remedy: String
    ) -> Finding {
        Finding(
            place: line.place(in: server.file),
            problem:
                "`\(line.line)` lets pages of `\(location.name)` have what `\(behind.name)` (\(behind.place)) has behind "
                + "the gate, and nobody is asked", remedy: remedy)
    }
}
