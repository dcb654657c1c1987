/// How nginx chooses a location: the longest prefix and those inside it, then the first regular expression that matches.
/// The corresponding C function is `ngx_http_core_find_location`.
enum Choice {
    /// The locations that nginx may choose in place of `wanted` for an address that `wanted` is for.
    static func rivals(of wanted: Location, _ server: Server) -> [Location] {
        var level = server.locations
        var rivals: [Location] = []
        for address in wanted.parents + [wanted.address] {
            let others = level.filter { $0.address != address }
            let winners = others.filter { comes($0, before: address, of: level) } + inside(others, before: address)
            rivals += winners.filter { mayTake($0.address, from: wanted.address) }
            level = level.first { $0.address == address }?.locations ?? []
        }
        return rivals
    }

    private static func comes(_ rival: Location, before address: Address, of level: [Location]) -> Bool {
        switch address {
        case .named: return false
        case .exact: return true
        case .prefix(let prefix, let stopsExpressions):
            guard rival.address.isExpression else { return isLonger(rival.address, than: prefix) }
            // Where a longer prefix is chosen, it is that one's word that counts.
            return !stopsExpressions || level.contains { isLonger($0.address, than: prefix) && !keepsAway($0.address) }
        case .expression:
            let order = level.map(\.address)
            return rival.address.isExpression
                ? order.firstIndex(of: rival.address)! < order.firstIndex(of: address)! : keepsAway(rival.address)
        }
    }

    /// Inside the longest prefix, an expression or an exact address comes before the expressions around it.
    private static func inside(_ others: [Location], before address: Address) -> [Location] {
        guard address.isExpression else { return [] }
        return others.filter { !$0.address.isExpression }.flatMap(\.locations).flatMap(\.all)
            .filter { $0.address.isExpression || keepsAway($0.address) }
    }

    private static func isLonger(_ address: Address, than prefix: Word) -> Bool {
        switch address {
        case .exact(let word), .prefix(let word, _): word.begins(with: prefix)
        case .expression, .named: false
        }
    }

    /// Whether no regular expression is tried where this is chosen.
    private static func keepsAway(_ address: Address) -> Bool {
        switch address {
        case .exact, .prefix(_, stopsExpressions: true): true
        case .prefix, .expression, .named: false
        }
    }

    private static func mayTake(_ rival: Address, from wanted: Address) -> Bool {
        switch wanted {
        case .named: false
        case .exact(let address): takesBeneath(rival, address)
        case .prefix(let prefix, _): rival.mayTake(beneath: prefix)
        case .expression(let pattern, _): rival.mayTake(matching: pattern)
        }
    }

    /// An exact location keeps one address; `/admin/x`, or `/admin.php/x` where PHP takes it, is another.
    private static func takesBeneath(_ rival: Address, _ address: Word) -> Bool {
        let folder = address.ends(with: "/") ? address : Word(address.bytes + "/".utf8)
        switch rival {
        case .prefix(let prefix, _): return folder.begins(with: prefix) && !address.isFile
        case .expression(let pattern, _): return rival.mayTake(beneath: folder) && !pattern.ends(with: "$")
        case .exact, .named: return false
        }
    }
}
