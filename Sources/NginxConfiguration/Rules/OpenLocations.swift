/// Locations that answer without the check what was meant to be behind it.
enum OpenLocations {
    static func findings(_ server: Server) -> [Finding] {
        let switchedOff =
            server.scope.check == nil
            ? [] : server.all.filter { server.isOpen($0) && !$0.isInternal }.map { without($0, server) }
        return switchedOff + server.singledOut.flatMap { beside($0, server) } + unmerged(server)
    }

    private static func without(_ location: Location, _ server: Server) -> Finding {
        let off = location.scope.effective("auth_request").last ?? location.directive
        return Finding(
            place: off.place(in: server.file), problem: "`\(location.name)` answers everybody",
            remedy: "include protect.conf;")
    }

    /// What takes addresses of a location that is behind the gate, and asks less of who comes.
    private static func beside(_ behind: Location, _ server: Server) -> [Finding] {
        rivals(of: behind, server).flatMap(\.all).compactMap { rival in
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

    /// The locations that nginx may choose before `behind` for an address that `behind` is for.
    private static func rivals(of behind: Location, _ server: Server) -> [Location] {
        var level = server.locations
        var rivals: [Location] = []
        for parent in behind.parents {
            if case .prefix(_, stopsExpressions: false) = parent {
                rivals += level.filter { $0.address.isExpression && mayTake($0, from: behind) }
            }
            level = level.first { $0.address == parent }?.locations ?? []
        }
        return rivals
            + level.filter {
                $0.address != behind.address && mayTake($0, from: behind) && isFirst($0, before: behind, of: level)
            }
    }

    private static func mayTake(_ rival: Location, from behind: Location) -> Bool {
        switch behind.address {
        case .named: false
        case .exact(let address): takesBeneath(rival, address)
        case .prefix(let prefix, let stopsExpressions):
            !(stopsExpressions && rival.address.isExpression) && rival.address.mayTake(beneath: prefix)
        case .expression(let pattern, _): rival.address.mayTake(matching: pattern)
        }
    }

    /// An exact location keeps one address; `/admin/x`, or `/admin.php/x` where PHP takes it, is another.
    private static func takesBeneath(_ rival: Location, _ address: Word) -> Bool {
        let folder = address.ends(with: "/") ? address : Word(address.bytes + "/".utf8)
        switch rival.address {
        case .prefix(let prefix, _):
            return folder.begins(with: prefix) && !address.isFile
        case .expression(let pattern, _):
            return rival.address.mayTake(beneath: folder) && !pattern.ends(with: "$")
        case .exact, .named: return false
        }
    }

    /// Whether nginx looks at `rival` before a regular expression: it stands above it, or keeps all of them away.
    private static func isFirst(_ rival: Location, before behind: Location, of level: [Location]) -> Bool {
        guard behind.address.isExpression else { return true }
        switch rival.address {
        case .exact, .prefix(_, stopsExpressions: true): return true
        case .prefix, .named: return false
        case .expression:
            let order = level.map(\.address)
            return order.firstIndex(of: rival.address)! < order.firstIndex(of: behind.address)!
        }
    }

    /// With two slashes at its beginning, an address is none of a location's that is behind the gate.
    private static func unmerged(_ server: Server) -> [Finding] {
        guard let merging = server.scope.effective("merge_slashes").last, merging.first == "off",
            !server.singledOut.isEmpty
        else { return [] }
        return [
            Finding(
                place: merging.place(in: server.file),
                problem: "an address with `//` in it gets around the locations behind the gate",
                remedy: "merge_slashes on;")
        ]
    }
}
