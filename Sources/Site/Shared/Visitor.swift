import Authentication
import HTTP
import Secrets

/// Only the look-ups in this file make one, so nobody visits a screen without having been found.
private struct Found {}

/// A browser of which nothing is known, on a screen that anyone may see.
struct Anyone: Sendable {
    /// Binds the forms of a person who has not signed in yet to their browser.
    let browser: Token
    /// Whether the browser does not have that cookie yet.
    let isNew: Bool
    let site: SiteIdentity
    let forms: FormTokens
    fileprivate let found: Found
}

/// A browser whose owner gave the right password, and still owes the second factor.
struct HalfwayUser: Sendable {
    let user: User
    let challenge: PendingChallenge
    let earlier: EarlierCookies
    let site: SiteIdentity
    let forms: FormTokens
    fileprivate let found: Found
}

/// A browser whose owner has passed every check.
struct SignedInUser: Sendable {
    var user: User
    var session: Session
    let site: SiteIdentity
    let forms: FormTokens
    fileprivate let found: Found
    let policy: SecurityPolicy
    /// Whether somebody else changed the account, and its owner has not been told yet.
    let isToBeTold: Bool
    /// What this page says above everything else, once.
    var announcements: [HTML] = []
}

/// Somebody signed in who reaches the console.
struct Administrator: Sendable {
    let signedIn: SignedInUser
    fileprivate let found: Found

    var user: User { signedIn.user }
    var site: SiteIdentity { signedIn.site }
    var forms: FormTokens { signedIn.forms }
    var policy: SecurityPolicy { signedIn.policy }
    var author: Author { .administrator(user.id) }
}

extension SignedInUser {
    /// Whether the organisation requires a second factor of them, and they have none. A pending one is none.
    var mustEnrol: Bool { policy.requires(role: user.role) && !user.hasSecondFactor }

    /// How they stand before a demand.
    func standing(at now: Instant) -> Standing {
        Standing(
            role: user.role, mustEnrol: mustEnrol, hasSecondFactor: user.hasSecondFactor,
            secondsSinceCode: session.codeAt.map { now.seconds - $0.seconds })
    }

    /// The same person, with the second factor that they have just got, or another set of recovery codes.
    func holding(_ codes: RecoverySet, since now: Instant) -> SignedInUser {
        var who = self
        who.user.secondFactor = .init(since: who.user.secondFactor?.since ?? now, recoverySet: codes.id)
        return who
    }

    /// Leads on after a post that renews the session, with its new cookie.
    ///
    /// A post that comes twice finds it renewed already, and brings the same cookie. One that did nothing, because something
    /// else was done at the same instant, is told so.
    func redirect(to path: Path, isDone: Bool = true, _ store: borrowing Store) throws -> Response {
        guard let renewed = try store.renewedSession(of: self) else {
            if !isDone { try store.leave(.overtaken, for: self) }
            return .redirect(to: path)
        }
        let response = Response.redirect(to: path).setting(site.sessionCookie(renewed, isKept: session.isKept))
        let browser = store.browserToken(after: renewed)
        guard try store.known(browser, of: user.email) != nil else { return response }
        return response.setting(site.browserCookie(browser, of: user.email))
    }
}

extension Store {
    /// The browser of somebody of whom nothing needs to be known.
    borrowing func anyone(_ request: Request, _ site: SiteIdentity) -> Anyone {
        let known = request.token(.form, site)
        let browser = known ?? Token.random()
        return Anyone(
            browser: browser, isNew: known == nil, site: site,
            forms: FormTokens(.form, of: browser.hash, vault: vault), found: Found())
    }

    /// Whoever gave the right password in this browser and owes the second factor.
    ///
    /// A challenge that was completed a moment ago is only there for a doubled post.
    borrowing func halfwayUser(_ request: Request, _ site: SiteIdentity) throws -> HalfwayUser? {
        guard let token = request.token(.challenge, site),
            let (user, challenge) = try halfway(with: token, at: request.receivedAt),
            !challenge.isCompleted || request.method == .post
        else { return nil }
        return HalfwayUser(
            user: user, challenge: challenge, earlier: request.earlierCookies(of: user.email, site), site: site,
            forms: FormTokens(.challenge, of: token.hash, vault: vault), found: Found())
    }

    /// Whoever is signed in in this browser.
    borrowing func signedInUser(_ request: Request, _ site: SiteIdentity) throws -> SignedInUser? {
        try request.token(.session, site).flatMap { try signedInUser($0, request, site) }
    }

    /// Whoever is signed in by the session whose cookie is `token`.
    borrowing func signedInUser(
        _ token: Token, _ request: Request, _ site: SiteIdentity
    ) throws -> SignedInUser? {
        guard let (user, session, policy, isToBeTold) = try signedIn(with: token, at: request.receivedAt) else {
            return nil
        }
        return SignedInUser(
            user: user, session: session, site: site, forms: FormTokens(.session, of: session.lineage, vault: vault),
            found: Found(), policy: policy, isToBeTold: isToBeTold)
    }

    /// The same person in the console, if their role reaches it.
    borrowing func administrator(_ who: SignedInUser, _ request: Request) throws -> Administrator? {
        guard who.user.role.isAdministrator else {
            let page = request.path.text
            try note(.accessDenied, of: who.user.id, by: who.user.id, on: Occasion(request), detail: page)
            return nil
        }
        return Administrator(signedIn: who, found: Found())
    }
}

extension Request {
    /// The token in a cookie of ours, if it looks like one.
    func token(_ kind: CookieKind, _ site: SiteIdentity) -> Token? {
        cookies[site.cookieName(kind)].flatMap { Token($0) }
    }

    /// What this browser holds of the sign-ins of whoever has `email`.
    func earlierCookies(of email: EmailAddress, _ site: SiteIdentity) -> EarlierCookies {
        EarlierCookies(
            session: token(.session, site), browser: cookies[site.browserCookieName(of: email)].flatMap { Token($0) })
    }
}
