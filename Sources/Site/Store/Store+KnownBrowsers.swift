import Authentication
import HTTP
import MariaDB
import Secrets

/// The cookies that a browser holds of earlier sign-ins.
struct EarlierCookies: Sendable {
    /// A session, to be ended when another one starts.
    let session: Token?
    /// By which the browser may be known.
    let browser: Token?
}

extension Store {
    /// How long a browser is known in which nobody signs in, in seconds: as long as browsers keep a cookie.
    static var knownBrowserSeconds: Int64 { 400 * 86_400 }

    /// The hash of the browser's cookie, if the owner of `email` passed every check in it before.
    borrowing func known(_ browser: Token?, of email: EmailAddress) throws -> [UInt8]? {
        guard let hash = browser?.hash, try isDone(.isKnownBrowser, .bytes(hash), .bytes(email.bytes)) else {
            return nil
        }
        return hash
    }

    /// Knows the browser in which the session `token` starts, under a new cookie: one that was there before, which
    /// somebody else may have put there, is never adopted.
    borrowing func remember(_ earlier: Token?, after token: Token, of user: User, at now: Instant) throws {
        let new = browserToken(after: token).hash
        if let earlier { try change(.renewKnownBrowser, .bytes(new), .bytes(earlier.hash)) }
        try change(.addKnownBrowser, .bytes(new), .integer(user.id), Value(now))
        try change(.forgetOldestBrowsers, .integer(user.id), .integer(user.id))
    }

    /// The cookie of the browser in which the session `token` started; a doubled post computes the same.
    borrowing func browserToken(after token: Token) -> Token { token.derived("browser", vault: vault) }

    /// Treats every browser but `browser` like a stranger's from now on.
    borrowing func forgetBrowsers(of account: Int64, but browser: Token? = nil) throws {
        try change(.forgetOtherBrowsers, .integer(account), .bytes(browser?.hash ?? []))
    }
}
