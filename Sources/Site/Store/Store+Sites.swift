import Authentication
import HTTP
import Logging
import MariaDB
import Secrets

extension Store {
    /// How long a hand-over may take, in seconds.
    private static var handOverSeconds: Int64 { 60 }

    /// What nginx says that `site` demands; `nil`, and a line in the log, if that is nothing that is known.
    borrowing func demand(of site: ProtectedSite, _ request: Request) -> Demand? {
        if let demand = Demand(request.demand) { return demand }
        log.error(
            "demand",
            metadata: [
                "site": "\(String(decoding: site.origin, as: UTF8.self))",
                "words": "\(String(decoding: request.demand, as: UTF8.self))",
                "error": "$vestibule_require may hold two-factor, role:ROLE and fresh:SECONDS; nobody is let in",
            ])
        return nil
    }

    /// Lets nobody into a site that is not configured, and tells the operator which one asks.
    borrowing func unknownSite(_ request: Request) -> Response {
        log.error(
            "site",
            metadata: [
                "site": "\(String(decoding: request.site ?? [], as: UTF8.self))",
                "error": "not in VESTIBULE_SITES; nobody is let in",
            ])
        return SitePage.unknown(identity)
    }

    /// Makes a code by which `site` takes over whoever is signed in, once, in the browser that it knows by `browser`; `nil`
    /// if the session has just ended.
    borrowing func handOver(
        _ who: SignedInUser, to site: ProtectedSite, in browser: Token, at now: Instant
    ) throws -> Token? {
        let code = Token.random()
        let isMade = try change(
            .addHandOver, .bytes(code.hash), .bytes(site.origin), .bytes(browser.hash),
            Value(now.advanced(bySeconds: Store.handOverSeconds)), .bytes(who.session.token.hash))
        return isMade == 1 ? code : nil
    }

    /// Takes over whoever `code` was made for, with a cookie of the site; `nil` if it was used before, or was made for
    /// another site or browser.
    borrowing func enter(
        _ site: ProtectedSite, with code: Token, from browser: Token, on occasion: Occasion
    ) throws -> Token? {
        let token = Token.random()
        let detail = String(decoding: site.origin, as: UTF8.self)
        var account: Int64?
        return try record(.siteEntered, of: account, by: account, on: occasion, detail: detail) {
            let claimed = try rows(
                .claimHandOver, .bytes(code.hash), .bytes(site.origin), .bytes(browser.hash), Value(occasion.at)
            ).first
            guard let row = claimed else { return nil }
            account = row.integer("account_id")
            // Nobody gets another role meanwhile.
            _ = try rows(.lockAccount, Value(account))
            let isStarted = try change(
                .startSiteSession, .bytes(token.hash), .bytes(site.origin), Value(occasion.at),
                .bytes(row.bytes("session_id")))
            return isStarted > 0 ? token : nil
        }
    }
}
