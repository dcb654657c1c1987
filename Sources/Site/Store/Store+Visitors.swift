import HTTP
import Secrets

extension Store {
    /// The browser of somebody of whom nothing needs to be known.
    borrowing func anyone(_ request: Request, _ site: SiteIdentity) -> Anyone {
        let known = request.token(.form, site)
        let browser = known ?? Token.random()
        return Anyone(
            browser: browser, isNew: known == nil, session: request.token(.session, site), site: site,
            forms: FormTokens(.form, of: browser.hash, vault: vault))
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
            user: user, challenge: challenge, session: request.token(.session, site), site: site,
            forms: FormTokens(.challenge, of: token.hash, vault: vault))
    }

    /// Whoever is signed in in this browser.
    borrowing func signedInUser(_ request: Request, _ site: SiteIdentity) throws -> SignedInUser? {
        guard let token = request.token(.session, site),
            let (user, session, policy) = try signedIn(with: token, at: request.receivedAt)
        else { return nil }
        return SignedInUser(
            user: user, session: session, site: site,
            forms: FormTokens(.session, of: session.lineage, vault: vault), policy: policy)
    }

    /// Throws a pending key away when its owner opens another page.
    borrowing func leaveEnrolment(_ who: inout SignedInUser, _ request: Request) throws {
        guard who.session.enrolment != nil else { return }
        try discardEnrolment(of: who, on: Occasion(request))
        who.session.enrolment = nil
    }

    /// Puts what the session has to be told on the next page that its owner sees.
    borrowing func announce(_ who: inout SignedInUser, _ request: Request) throws {
        guard request.method == .get, let notice = who.session.notice, try take(notice, of: who.session) else { return }
        who.announcement = try notice.html(for: who.user, self)
    }
}

extension Request {
    /// The token in a cookie of ours, if it looks like one.
    func token(_ kind: CookieKind, _ site: SiteIdentity) -> Token? {
        cookies[site.cookieName(kind)].flatMap { Token($0) }
    }
}
