/// What `$vestibule_require` demands has to be set where somebody asks for it, and after gate.conf.
enum Demands {
    static func findings(_ server: Server) -> [Finding] {
        early(server) + chosen(server) + server.all.flatMap { unasked($0, server) + lost($0, server) }
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

    /// A demand that depends on what the browser wrote: `/%61dmin/` is the same address to nginx, and another text.
    private static func chosen(_ server: Server) -> [Finding] {
        let maps = server.scope.outermost.filter { map in
            map.name == "map" && map.arguments.count == 2 && isTyped(map.first)
        }
        let conditions = ([server.scope] + server.all.map(\.scope)).flatMap { $0.own("if") }.filter { condition in
            condition.arguments.contains(where: isTyped) && (condition.block ?? []).contains(where: isDemand)
        }
        let demands = ([server.scope] + server.all.map(\.scope)).flatMap { $0.everywhere("set") }.filter(isDemand)
        let chosen = maps.filter { map in demands.contains { $0.second == map.second } } + conditions
        return chosen.map { choice in
            Finding(
                place: choice.place(in: server.file),
                problem:
                    "`\(choice.line)` lets the browser choose what is demanded: it can write one address in many ways",
                remedy: "map $uri \(choice.name == "map" ? choice.second : "$demands") {")
        }
    }

    private static func isTyped(_ word: Word) -> Bool {
        ["$request_uri", "$http_", "$arg", "$cookie_", "$query_string", "$request "].contains { word.contains($0) }
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
