import HTTP
import Metrics
import Secrets

/// One row of the table of addresses: who may ask, and which screen answers.
///
/// Who may visit is the type of the screen's parameter, so a wrong row does not compile. A form that is not ours
/// is turned away here, before any screen sees it.
struct Route: Sendable {
    let method: Method
    let address: AddressPattern
    private let screen: Screen
    /// What becomes of somebody who must enrol first. Only what lets them do so, or leave, is exempt.
    private var mustEnrol = MustEnrol.isSentThere
    /// What the answer is. A file does not say what the next page is to say, and whoever fetches one stays where they are.
    private var brings = Brings.page

    enum MustEnrol: Sendable {
        case mayPass
        case isSentThere
    }

    enum Brings: Sendable {
        case page
        case file
    }

    private enum Screen: Sendable {
        case anyone(@Sendable (Request, Anyone, borrowing Store) throws -> Response)
        case halfway(@Sendable (Request, HalfwayUser, borrowing Store) throws -> Response)
        case signedIn(@Sendable (Request, SignedInUser, borrowing Store) throws -> Response)
        case administrator(@Sendable (Request, Administrator, borrowing Store) throws -> Response)
        case site(@Sendable (Request, ProtectedSite, borrowing Store) throws -> Response)
        case `operator`(@Sendable (Request, borrowing Store) throws -> Response)
        case pool(@Sendable (Request, PoolStatus?, borrowing Store) -> Response)
    }

    /// A screen for everybody.
    static func anyone(
        _ method: Method, _ address: AddressPattern,
        _ screen: @escaping @Sendable (Request, Anyone, borrowing Store) throws -> Response
    ) -> Route {
        Route(method: method, address: address, screen: .anyone(screen))
    }

    /// A screen for those who owe the second factor.
    static func halfway(
        _ method: Method, _ address: AddressPattern,
        _ screen: @escaping @Sendable (Request, HalfwayUser, borrowing Store) throws -> Response
    ) -> Route {
        Route(method: method, address: address, screen: .halfway(screen))
    }

    /// A screen for those who have passed every check.
    static func signedIn(
        _ method: Method, _ address: AddressPattern,
        _ screen: @escaping @Sendable (Request, SignedInUser, borrowing Store) throws -> Response,
        mustEnrol: MustEnrol = .isSentThere
    ) -> Route {
        Route(method: method, address: address, screen: .signedIn(screen), mustEnrol: mustEnrol)
    }

    /// A screen of the console, which nobody sees before they have met the policy.
    static func administrator(
        _ method: Method, _ address: AddressPattern,
        _ screen: @escaping @Sendable (Request, Administrator, borrowing Store) throws -> Response,
        brings: Brings = .page
    ) -> Route {
        Route(method: method, address: address, screen: .administrator(screen), brings: brings)
    }

    /// An answer for nginx, in the name of a site behind the gate; no browser reaches it at the sign-in's own addresses.
    static func site(
        _ method: Method, _ address: AddressPattern,
        _ screen: @escaping @Sendable (Request, ProtectedSite, borrowing Store) throws -> Response
    ) -> Route {
        Route(method: method, address: address, screen: .site(screen))
    }

    /// An answer for the operator's own listener, which nobody else reaches.
    static func `operator`(
        _ method: Method, _ address: AddressPattern,
        _ screen: @escaping @Sendable (Request, borrowing Store) throws -> Response
    ) -> Route {
        Route(method: method, address: address, screen: .operator(screen))
    }

    /// An answer for the operator's own listener about the pool, which is there while the database is not, too.
    static func pool(
        _ method: Method, _ address: AddressPattern,
        _ screen: @escaping @Sendable (Request, PoolStatus?, borrowing Store) -> Response
    ) -> Route {
        Route(method: method, address: address, screen: .pool(screen))
    }

    /// For whom it is there. To anybody else it does not exist.
    var audience: Audience {
        switch screen {
        case .anyone, .halfway, .signedIn, .administrator: .browsers
        case .site: .sites
        case .operator, .pool: .operator
        }
    }

    /// Whether it answers without the database.
    var isAboutPool: Bool {
        if case .pool = screen { true } else { false }
    }

    /// Finds out who asks, and has the screen answer; whoever may not see it is sent to where they may go on.
    func answer(_ request: Request, _ store: borrowing Store, _ site: SiteIdentity) throws -> Response {
        switch screen {
        case .anyone(let screen):
            let who = store.anyone(request, site)
            return try accepting(request, who.forms, of: nil, store, site) { try screen(request, who, store) }
        case .halfway(let screen):
            guard let who = try store.halfwayUser(request, site) else { return .redirect(to: "/") }
            return try accepting(request, who.forms, of: who.user, store, site) { try screen(request, who, store) }
        case .signedIn(let screen):
            return try answerSignedIn(request, store, site) { who in try screen(request, who, store) }
        case .administrator(let screen):
            return try answerSignedIn(request, store, site) { who in
                guard request.isQueryReadable else { return ErrorPage.response(.badRequest, to: request, who) }
                // Until a page has brought it the new cookie, a browser does nothing in its owner's new role.
                guard !who.session.isOutdated || request.isPageLoad && brings == .page else {
                    return ErrorPage.response(.forbidden, to: request, who)
                }
                guard let administrator = try store.administrator(who, request) else {
                    return ErrorPage.onlyForAdministrators(request, who)
                }
                return try screen(request, administrator, store)
            }
        case .site(let screen):
            guard let known = site.site(request.site ?? []) else { return store.unknownSite(request) }
            return try screen(request, known, store)
        case .operator(let screen):
            return try screen(request, store)
        case .pool(let screen):
            return screen(request, store.tally.read(), store)
        }
    }

    private func answerSignedIn(
        _ request: Request, _ store: borrowing Store, _ site: SiteIdentity, _ screen: (SignedInUser) throws -> Response
    ) throws -> Response {
        let known = try store.signedInUser(request, site)
        guard var who = try known ?? store.renewedUser(request, site) else { return .redirect(to: "/login") }
        if who.mustEnrol, mustEnrol == .isSentThere { return .redirect(to: TwoFactor.path) }
        return try accepting(request, who.forms, of: who.user, store, site) {
            guard brings == .page else { return try screen(who) }
            if request.path != TwoFactor.path, request.isPageLoad { try store.leaveEnrolment(&who, request) }
            let response = try store.announcing(who, request, screen)
            let isOutdated = who.session.isOutdated && request.isPageLoad
            let renewed = isOutdated ? try store.renewOutdatedSession(of: who) : nil
            guard let token = known == nil ? who.session.token : renewed else { return response }
            return response.setting(site.sessionCookie(token, isKept: who.session.isKept))
        }
    }

    /// A post is answered only if it comes from one of our pages, with the token of this browser and address.
    private func accepting(
        _ request: Request, _ forms: FormTokens, of user: User?, _ store: borrowing Store, _ site: SiteIdentity,
        _ answer: () throws -> Response
    ) throws -> Response {
        if request.method == .post,
            !request.provenance.isOwn(site.origins) || !forms.accept(request.form, at: request.path)
        {
            // A stranger's is in the log alone: nobody may fill the audit log without a password.
            if let user { try store.note(.formRefused, of: user.id, on: Occasion(request), detail: address.text) }
            return ErrorPage.response(.forbidden, to: request, site)
        }
        return try answer()
    }
}
