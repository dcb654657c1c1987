/// Locations that answer without the check what was meant to be behind it.
enum OpenLocations {
    static func findings(_ server: Server) -> [Finding] {
        switchedOff(server.locations, within: server.scope, server).map { without($0, server) }
            + server.singledOut.flatMap { beside($0, server) } + unmerged(server)
    }

    /// What undoes the check of the block around it.
    private static func switchedOff(_ locations: [Location], within outer: Scope, _ server: Server) -> [Location] {
        locations.flatMap { location in
            let isUndone = outer.check != nil && server.isOpen(location) && !location.isInternal
            return (isUndone ? [location] : []) + switchedOff(location.locations, within: location.scope, server)
        }
    }

    private static func without(_ location: Location, _ server: Server) -> Finding {
        let off = location.scope.effective("auth_request").last ?? location.directive
        let remedy =
            "auth_request /auth/check; in its place, or check with --open '\(location.address.word)' if it is meant"
        return Finding(
            place: off.place(in: server.file), problem: "`\(location.name)` answers everybody",
            remedy: location.namesRenewals ? location.wayForRenewals : remedy)
    }

    /// What takes addresses of a location that is behind the gate, and asks less of who comes.
    private static func beside(_ behind: Location, _ server: Server) -> [Finding] {
        Choice.rivals(of: behind, server).flatMap(\.all).compactMap { rival in
            if server.isOpen(rival) {
                return Finding(
                    place: rival.directive.place(in: server.file),
                    problem:
                        "`\(rival.name)` takes addresses of `\(behind.name)` (\(behind.place)), and answers everybody",
                    remedy: "include protect.conf;")
            }
            guard rival.scope.check != nil, !rival.isOfTheGate, !rival.deliversNothing(names: server.names),
                asksLess(rival, than: behind, server)
            else { return nil }
            return Finding(
                place: rival.directive.place(in: server.file),
                problem:
                    "`\(rival.name)` takes addresses of `\(behind.name)` (\(behind.place)), and does not demand the same",
                remedy: "set $vestibule_require \"\(behind.scope.demand(in: server.scope))\";")
        }
    }

    private static func asksLess(_ rival: Location, than behind: Location, _ server: Server) -> Bool {
        let isDeliberate = !rival.address.isExpression && rival.scope.own(setting: Gate.demand) != nil
        return !isDeliberate
            && !rival.scope.demand(in: server.scope).parts.isSuperset(of: behind.scope.demand(in: server.scope).parts)
    }

    /// With two slashes at its beginning, an address is none of a location's that is behind the gate. nginx goes by what
    /// the first server at a port says, and so it matters in any.
    private static func unmerged(_ server: Server) -> [Finding] {
        guard !server.singledOut.isEmpty else { return [] }
        let http = server.scope.outermost
        let servers = http.filter { $0.name == "server" }.flatMap { $0.block ?? [] }
        return (http + servers).filter { $0.name == "merge_slashes" && $0.first == "off" }.map { merging in
            Finding(
                place: merging.place(in: server.file),
                problem: "an address with `//` in it gets around the locations behind the gate",
                remedy: "merge_slashes on;")
        }
    }
}
