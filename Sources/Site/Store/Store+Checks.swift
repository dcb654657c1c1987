import HTTP
import MariaDB
import Secrets

extension Store {
    /// Who is signed in at `site` in this browser. Counts as activity.
    borrowing func visitor(of site: ProtectedSite, _ request: Request) throws -> SiteVisitor? {
        let now = request.receivedAt
        guard let cookie = request.cookies[site.passCookie],
            let (pass, row) = try batch.session(of: cookie, at: site) ?? session(of: cookie, at: site, now),
            let row
        else { return nil }
        let minuteAgo = now.advanced(bySeconds: -60)
        if row.integer("last_seen_at") < minuteAgo.microseconds {
            for query: Query in site.isOwn ? [.sessionSeen] : [.sessionSeenAtSite, .siteSessionSeen] {
                try change(query, Value(now), .bytes(pass.hash), Value(minuteAgo))
            }
        }
        return SiteVisitor(row, at: now)
    }

    private borrowing func session(
        of cookie: [UInt8], at site: ProtectedSite, _ now: Instant
    ) throws -> CheckBatch.Found? {
        guard let pass = Pass(cookie, at: site) else { return nil }
        guard site.isOwn else {
            let values = [.bytes(pass.hash), .bytes(site.origin), Value(now), Value(now)]
            return (pass, try rows(.checkSiteSession, values).first)
        }
        let row = try rows(.checkSession, .bytes(pass.hash), Value(now), Value(now)).first
        guard let row, row.isNull("email") else { return (pass, row) }
        // Another check may have done it at this instant; if nobody could, the account has just been disabled.
        try change(.identifySession, .bytes(pass.hash))
        return (pass, try rows(.checkSession, .bytes(pass.hash), Value(now), Value(now)).first { !$0.isNull("email") })
    }

    /// Looks up at once whom those of the `requests` ask for that are checks. They are answered next.
    mutating func lookAhead(to requests: [Request]) {
        batch = .none
        guard requests.count > 1, let now = requests.map(\.receivedAt).max() else { return }
        let passes = requests.prefix(CheckBatch.places).compactMap { pass(of: $0) }
        batch = CheckBatch {
            try sessions(of: passes.filter(\.site.isOwn), .checkSessions, now)
                + sessions(of: passes.filter { !$0.site.isOwn }, .checkSiteSessions, now)
        }
    }

    private borrowing func pass(of request: Request) -> Pass? {
        guard request.path == Check.path, let site = identity.site(request.site ?? []) else { return nil }
        return request.cookies[site.passCookie].flatMap { Pass($0, at: site) }
    }

    private borrowing func sessions(
        of passes: [Pass], _ query: Query, _ now: Instant
    ) throws -> [CheckBatch.Found] {
        // One alone is found sooner by the statement for one.
        guard passes.count > 1 else { return [] }
        // The last one takes the places that are left.
        let hashes = (0..<CheckBatch.places).map { Value.bytes(passes[min($0, passes.count - 1)].hash) }
        let found = try rows(query, hashes + [Value(now), Value(now)])
        let rowOf = Dictionary(uniqueKeysWithValues: found.map { ($0.bytes("id"), $0) })
        return passes.compactMap { pass in
            guard let row = rowOf[pass.hash] else { return (pass, nil) }
            guard pass.site.isOwn else { return (pass, row.bytes("site") == pass.site.origin ? row : nil) }
            // Who it is has to be copied into it first.
            return row.isNull("email") ? nil : (pass, row)
        }
    }
}
