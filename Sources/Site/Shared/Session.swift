import HTTP
import Secrets

/// The time between the password and the second factor.
struct PendingChallenge: Sendable {
    let token: Token
    let isKept: Bool
    /// The known browser in which it was begun.
    let browser: [UInt8]?
    /// Whether it was completed a moment ago, and is only there for a post that comes twice.
    let isCompleted: Bool

    /// Tells it from others in the details of the audit log, where `audit/codes_since_sign_in` looks for it, and helps
    /// nobody to its cookie.
    var name: String { "challenge \(hexadecimal(Array(token.hash.prefix(4))))" }
}

/// A signed-in browser.
struct Session: Sendable {
    let token: Token
    /// Stays the same when the cookie is renewed.
    let lineage: [UInt8]
    let isKept: Bool
    /// Whether its owner has another role than when its cookie was made.
    let isOutdated: Bool
    let lastSeenAt: Instant
    /// When a code, or a recovery code, was accepted in this browser.
    let codeAt: Instant?
    let notice: Notice?
    /// Names the key that was minted in this session and is not confirmed yet.
    var enrolment: [UInt8]?
}
