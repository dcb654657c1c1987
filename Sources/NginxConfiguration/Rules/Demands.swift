/// What `$vestibule_require` demands has to be set where somebody asks for it, and after gate.conf.
enum Demands {
    static func findings(_ server: Server) -> [Finding] {
        early(server) + server.all.flatMap { unasked($0, server) + lost($0, server) }
    }

    private static func early(_ server: Server) -> [Finding] {
        guard server.gate != nil else { return [] }
        return server.beforeGate.filter(isDemand).map { demand in
            Finding(
                place: demand.place(in: server.file),
                problem: "`\(demand.line)` is gone through once more for the check, and undoes what a location demands",
                remedy: "include gate.conf; above it")
        }
    }

    private static func unasked(_ location: Location, _ server: Server) -> [Finding] {
        guard location.scope.check == nil, !location.isOfTheGate else { return [] }
        return location.scope.own.filter(isDemand).map { demand in
            Finding(
                place: demand.place(in: server.file),
                problem: "nobody asks the gate here for what `\(demand.line)` demands",
                remedy: "include protect.conf;")
        }
    }

    /// nginx inherits a check, but not a `set`.
    private static func lost(_ location: Location, _ server: Server) -> [Finding] {
        guard let demand = location.scope.own(setting: Gate.demand) else { return [] }
        return location.locations.flatMap(\.all)
            .filter { inner in
                inner.scope.check != nil && inner.scope.own(setting: Gate.demand) == nil
                    && !inner.deliversNothing(names: server.names)
            }
            .map { inner in
                Finding(
                    place: inner.directive.place(in: server.file),
                    problem: "`\(inner.name)` does not inherit what `\(location.name)` demands",
                    remedy: "\(demand.line);")
            }
    }

    private static func isDemand(_ directive: Directive) -> Bool {
        directive.name == "set" && directive.first == Gate.demand
    }
}
