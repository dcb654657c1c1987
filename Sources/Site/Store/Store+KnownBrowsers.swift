import Authentication
import HTTP
import MariaDB
import Secrets

/// The cookies that a browser holds of earlier sign-ins.
struct EarlierCookies: Sendable {
    /// A session, to be ended when another one starts.
    let session: Token?
    /// By which the browser may be known to one account.
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

    /// Knows the browser in which the session `token` goes on, under a new cookie: one that was there before, which
    /// somebody else may have put there, is never adopted.
    borrowing func remember(browserOf token: Token, of user: User, replacing earlier: Token?, at now: Instant) throws {
        if let earlier { try change(.forgetBrowser, .bytes(earlier.hash), .integer(user.id)) }
        try change(.addKnownBrowser, .bytes(browserToken(after: token).hash), .integer(user.id), Value(now))
        try change(.forgetOldestBrowsers, .integer(user.id), .integer(user.id))
    }

    /// The cookie of the browser in which the session `token` goes on; a doubled post computes the same.
    borrowing func browserToken(after token: Token) -> Token { token.derived("browser", vault: vault) }

    /// Treats every browser but that of `session` like a stranger's from now on.
    borrowing func forgetBrowsers(of user: User, butThatOf session: Token, at now: Instant) throws {
        try change(.forgetBrowsers, .integer(user.id))
        try remember(browserOf: session, of: user, replacing: nil, at: now)
    }
}
