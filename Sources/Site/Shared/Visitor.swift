import Authentication
import HTTP
import Secrets

/// Somebody who has an account.
struct User: Sendable {
    let id: Int64
    let email: EmailAddress
    let name: String
    let role: Role
    /// When the second factor was enabled; `nil` while there is none.
    var secondFactorSince: Instant?
    /// Names the set of recovery codes, so that a form can say which one it replaces.
    var recoverySet: [UInt8]?

    var hasSecondFactor: Bool { secondFactorSince != nil }
}

/// A browser of which nothing is known, on a screen that anyone may see.
struct Anyone: Sendable {
    /// Binds the forms of a person who has not signed in yet to their browser.
    let browser: Token
    /// Whether the browser does not have that cookie yet.
    let isNew: Bool
    /// The session that it has nevertheless, to be ended when another one starts.
    let session: Token?
    let site: SiteIdentity
    let forms: FormTokens
}

/// A browser whose owner gave the right password, and still owes the second factor.
struct HalfwayUser: Sendable {
    let user: User
    let challenge: PendingChallenge
    /// The session that the browser had before, to be ended when another one starts.
    let session: Token?
    let site: SiteIdentity
    let forms: FormTokens
}

/// A browser whose owner has passed every check.
struct SignedInUser: Sendable {
    var user: User
    var session: Session
    let site: SiteIdentity
    let forms: FormTokens
    let policy: SecurityPolicy
    /// What this page says above everything else, once.
    var announcement: HTML?
}

/// The time between the password and the second factor.
struct PendingChallenge: Sendable {
    let token: Token
    let isKept: Bool
    /// Whether it was completed a moment ago, and is only there for a post that comes twice.
    let isCompleted: Bool
}

/// A signed-in browser.
struct Session: Sendable {
    let token: Token
    /// Stays the same when the cookie is renewed.
    let lineage: [UInt8]
    let isKept: Bool
    let lastSeenAt: Instant
    let endsAt: Instant
    let notice: Notice?
    var enrolment: Enrolment?

    /// A key that was minted in this session and is not confirmed yet.
    struct Enrolment: Sendable {
        let id: [UInt8]
        let isShown: Bool
    }
}

extension SignedInUser {
    /// Whether the organisation requires a second factor of them, and they have none. A pending one is none.
    var mustEnrol: Bool { policy.requires(role: user.role) && !user.hasSecondFactor }

    /// The same person, just after enabling the second factor.
    func enabled(at now: Instant, _ codes: RecoverySet) -> SignedInUser {
        var who = holding(codes)
        who.user.secondFactorSince = now
        return who
    }

    /// The same person, with another set of recovery codes.
    func holding(_ codes: RecoverySet) -> SignedInUser {
        var who = self
        who.user.recoverySet = codes.id
        return who
    }

    /// Leads on after a post that renews the session, with its new cookie.
    ///
    /// A post that comes twice finds it renewed already, and brings the same cookie.
    func redirect(to path: Path, _ store: borrowing Store) throws -> Response {
        let renewed = store.renewedToken(of: self)
        guard try store.isSession(renewed) else { return .redirect(to: path) }
        return .redirect(to: path).setting(site.sessionCookie(renewed, isKept: session.isKept))
    }
}
