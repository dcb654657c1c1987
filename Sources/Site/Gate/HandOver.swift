import Authentication
import HTTP

/// Leads somebody who is signed in on to the page of a site that they had asked for.
enum HandOver {
    static let path: Path = "/login/continue"

    /// After a form, by a page that goes on by itself: browsers let no form lead to another site, not even by a redirect.
    static func show(_ request: Request, _ who: SignedInUser, _ store: borrowing Store) throws -> Response {
        guard let back = request.returnAddress(who.site) else { return .redirect(to: "/") }
        return try lead(who, to: back, store, at: request.receivedAt) { url in
            var response = Layout.door(
                "You are signed in", at: nil, who.site, asFragment: request.wantsFragment,
                """
                <p>You are taken back to \(back.site.host).</p>
                <p><a class="button primary wide" href="\(url)">Continue to \(back.site.host)</a></p>
                """)
            response.set("Refresh", "0; url=\(url)")
            return response.passingBy()
        }
    }

    /// At once, whoever came here without a form.
    static func redirect(
        _ who: SignedInUser, to back: ReturnAddress, _ store: borrowing Store, at now: Instant
    ) throws -> Response {
        // A session with a new role gets its new cookie by a page first.
        guard !who.session.isOutdated else { return .redirect(to: path, back) }
        return try lead(who, to: back, store, at: now) { .redirect(toURL: $0) }
    }

    private static func lead(
        _ who: SignedInUser, to back: ReturnAddress, _ store: borrowing Store, at now: Instant,
        _ go: (String) -> Response
    ) throws -> Response {
        switch back.demand.obstacle(to: who.standing(at: now)) {
        case .enrolment?: return .redirect(to: TwoFactor.path, back)
        case .code?: return .redirect(to: Verification.path, back)
        case .role?, nil: break  // The site says itself whom it refuses.
        }
        guard !back.site.isOwn else { return .redirect(toURL: back.url) }
        // A browser that was not sent here by the site is sent by it now.
        guard let browser = back.browser else { return go(back.url) }
        guard let code = try store.handOver(who, to: back.site, in: browser, at: now) else {
            return .redirect(to: "/login", back)
        }
        return go(Enter.url(back, with: code))
    }

    /// Shown where the way goes on that had led here.
    static func continuation(to back: ReturnAddress) -> HTML {
        """
        <p><a class="button" href="\(path.text)?\(back.query)">Continue to \(back.site.host)</a></p>
        """
    }
}

extension Request {
    /// Where whoever asks had been going: as the address says that they open, or the form that they send.
    func returnAddress(_ identity: SiteIdentity) -> ReturnAddress? {
        ReturnAddress(method == .post ? form : query, identity.sites)
    }
}
