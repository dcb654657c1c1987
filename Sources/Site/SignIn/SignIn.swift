import Authentication
import HTTP
import Secrets

/// Opens the first door: asks for email and password.
enum SignIn {
    static func show(_ request: Request, _ who: Anyone, _ store: borrowing Store) throws -> Response {
        let back = request.returnAddress(who.site)
        if let somebody = try store.signedInUser(request, who.site) {
            guard let back else { return .redirect(to: "/") }
            return try HandOver.redirect(somebody, to: back, store, at: request.receivedAt)
        }
        if try store.halfwayUser(request, who.site) != nil { return .redirect(to: Challenge.path, back) }
        return page(request, who)
    }

    static func submit(_ request: Request, _ who: Anyone, _ store: borrowing Store) throws -> Response {
        let email = EmailAddress(request.form["email"] ?? [])
        let browser = try email.flatMap { try store.known(request.earlierCookies(of: $0, who.site).browser, of: $0) }
        switch try store.reserve(throttles(email, browser, request), on: Occasion(request)) {
        case .attempt(let attempt):
            return try store.judging(attempt) { try judge(email, attempt, in: browser, request, who, store) }
        case .blocked(_, let end): return blocked(until: end, request, who)
        }
    }

    /// What a browser that is known fails at is counted apart, so that strangers cannot keep its owner out.
    private static func throttles(_ email: EmailAddress?, _ browser: [UInt8]?, _ request: Request) -> [Throttle] {
        let personal = email.map { [Throttle.password(of: $0, in: browser)] } ?? []
        // That of the place comes first: where it is blocked, nothing is kept about who was tried.
        return browser == nil ? [.passwords(from: request.address)] + personal : personal
    }

    private static func judge(
        _ email: EmailAddress?, _ attempt: Attempt, in browser: [UInt8]?, _ request: Request, _ who: Anyone,
        _ store: borrowing Store
    ) throws -> Response {
        let occasion = Occasion(request)
        let isKept = request.form["keep"] != nil
        switch try store.judge(request.form["password"] ?? [], of: email) {
        case .refused(let account):
            try store.refuse(attempt, .passwordRefused, of: account, on: occasion)
            return page(request, who, error: "Email or password did not match. Check both and try again.")
        case .accepted(let user, let hash) where user.hasSecondFactor:
            guard
                let token = try store.startChallenge(
                    for: user, by: hash, attempt, in: browser, isKept: isKept, on: occasion)
            else { return page(request, who, error: changed) }
            return .redirect(to: Challenge.path, request.returnAddress(who.site))
                .setting(who.site.cookie(.challenge, token.text, maximumAge: Int(Store.challengeSeconds)))
                .setting(who.site.cookie(.form, "", maximumAge: 0))
        case .accepted(let user, let hash):
            guard
                let token = try store.signIn(
                    user, by: hash, attempt, isKept: isKept,
                    replacing: request.earlierCookies(of: user.email, who.site),
                    on: occasion)
            else { return page(request, who, error: changed) }
            return onward(request, who.site)
                .setting(who.site.sessionCookie(token, isKept: isKept))
                .setting(who.site.browserCookie(store.browserToken(after: token), of: user.email))
                .setting(who.site.cookie(.form, "", maximumAge: 0))
        }
    }

    /// Leads on whoever has just signed in.
    static func onward(_ request: Request, _ site: SiteIdentity) -> Response {
        let back = request.returnAddress(site)
        return .redirect(to: back == nil ? "/" : HandOver.path, back)
    }

    /// Sends somebody back to the first door who has tried too many codes.
    static func tooManyCodes(_ request: Request, _ who: HalfwayUser, _ store: borrowing Store) throws -> Response {
        try store.exhaustChallenge(who, on: Occasion(request))
        return page(
            request, store.anyone(request, who.site), status: .tooManyRequests,
            error: "Too many codes did not match. Sign in again to get a new try."
        ).setting(who.site.cookie(.challenge, "", maximumAge: 0))
    }

    /// The same for everybody, whether or not there is such an account, and whatever the password.
    private static func blocked(until end: Instant, _ request: Request, _ who: Anyone) -> Response {
        let sentence = Waiting.tooManyAttempts(until: end, at: request.receivedAt)
        return page(request, who, error: sentence).blocked(until: end, at: request.receivedAt)
    }

    private static let changed = "Your account has changed just now. Sign in again."

    private static func page(
        _ request: Request, _ who: Anyone, status: Status = .unprocessable, error: String? = nil
    ) -> Response {
        let email = Field(
            label: "Email", name: "email", attributes: "type=\"email\" autocomplete=\"username\"",
            value: request.form.text("email"), hasFocus: error == nil)
        let password = Field(
            label: "Password", name: "password", attributes: "type=\"password\" autocomplete=\"current-password\"",
            hasFocus: error != nil)
        let back = request.returnAddress(who.site)
        let checked: HTML? = request.form["keep"] == nil ? nil : " checked"
        let response = Layout.door(
            "Sign in", at: "/login", who.site, asFragment: request.wantsFragment, status: error == nil ? .ok : status,
            isError: error != nil,
            """
            \(error.map { Colour.rose.notice("\($0)") })
            \(back.map { "<p>To continue to \($0.site.host).</p>" as HTML })
            <form method="post" action="/login">\(who.forms.field(for: "/login"))\(back?.hiddenFields)
            \(email.html)
            \(password.html)
            <label class="check"><input type="checkbox" name="keep" value="on"\(checked)>Keep me signed in</label>
            <button class="button primary wide">Sign in</button>
            </form>
            """)
        let form = who.isNew ? [who.site.cookie(.form, who.browser.text)] : []
        return (form + who.site.surplusCookies(request.cookies)).reduce(response) { $0.setting($1) }
    }
}
