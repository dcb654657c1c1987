import Authentication
import HTTP
import Secrets

/// Opens the second door: asks for the code on the person's authenticator, after the password.
enum Challenge {
    static let path: Path = "/login/two-factor"

    static func show(_ request: Request, _ who: HalfwayUser, _ store: borrowing Store) -> Response {
        page(request, who)
    }

    static func submit(_ request: Request, _ who: HalfwayUser, _ store: borrowing Store) throws -> Response {
        guard let code = OneTimeCode(request.form["code"] ?? []) else { return page(request, who, error: mismatch) }
        // Before the code is counted, since a clock that is wrong judges none.
        guard let factor = try store.enabledSecondFactor(of: who.user, at: request.receivedAt) else {
            return .redirect(to: "/login", request.returnAddress(who.site))
        }
        switch try store.reserveCode(in: who.challenge, of: who.user, on: Occasion(request)) {
        case .attempt(let attempt): return try judge(code, by: factor, attempt, request, who, store)
        case .blocked(_, let end): return blocked(until: end, request, who)
        case nil: return try SignIn.tooManyCodes(request, who, store)
        }
    }

    private static func judge(
        _ code: OneTimeCode, by factor: SecondFactor.Enabled, _ attempt: Attempt, _ request: Request,
        _ who: HalfwayUser, _ store: borrowing Store
    ) throws -> Response {
        let occasion = Occasion(request)
        do {
            let verification = try store.judging(attempt) {
                try store.verify(code, by: factor, of: who.user, at: request.receivedAt)
            }
            switch verification {
            case .accepted(let step):
                if let token = try store.signIn(who, attempt, with: factor, step: step, on: occasion) {
                    return signedIn(request, who, token, store)
                }
                return try alreadyUsed(step, attempt, request, who, store)
            case .alreadyUsed(let step):
                return try alreadyUsed(step, attempt, request, who, store)
            case .wrongCode(let drift):
                try store.refuse(attempt, .codeRefused, of: who, on: occasion)
                try store.keepClockReading(drift, by: who.user, at: request.receivedAt)
                return page(request, who, error: mismatch)
            }
        } catch VaultError.damaged {
            try store.note(.secretDamaged, of: who.user.id, on: occasion)
            return page(request, who, error: "Codes cannot be checked just now. Use a recovery code instead.")
        }
    }

    /// Gives up the challenge, to sign in as somebody else.
    static func cancel(_ request: Request, _ who: HalfwayUser, _ store: borrowing Store) throws -> Response {
        try store.cancelChallenge(who, on: Occasion(request))
        return .redirect(to: "/login", request.returnAddress(who.site))
            .setting(who.site.cookie(.challenge, "", maximumAge: 0))
    }

    /// Where a right code leads: on, with the session in place of the challenge.
    static func signedIn(
        _ request: Request, _ who: HalfwayUser, _ token: Token, _ store: borrowing Store
    ) -> Response {
        SignIn.onward(request, who.site)
            .setting(who.site.sessionCookie(token, isKept: who.challenge.isKept))
            .setting(who.site.browserCookie(store.browserToken(after: token), of: who.user.email))
            .setting(who.site.cookie(.challenge, "", maximumAge: 0))
    }

    /// No code is judged for a while, not even a right one.
    static func blocked(until end: Instant, _ request: Request, _ who: HalfwayUser) -> Response {
        let other = who.challenge.browser == nil ? " Or use a browser that you have signed in with before." : ""
        let sentence = "Too many codes did not match. \(Waiting.sentence(until: end, at: request.receivedAt))\(other)"
        return page(request, who, error: sentence).blocked(until: end, at: request.receivedAt)
    }

    static func page(
        _ request: Request, _ who: HalfwayUser, error: String? = nil, recoveryError: String? = nil
    ) -> Response {
        let isError = error != nil || recoveryError != nil
        let code = Field.code(hint: "The 6 digits your app shows.", error: error, hasFocus: recoveryError == nil)
        let recoveryCode = Field(
            label: "Recovery code", name: "recovery-code",
            attributes: "class=\"code\" autocomplete=\"off\" autocapitalize=\"characters\" spellcheck=\"false\"",
            value: recoveryError == nil ? "" : request.form.text("recovery-code"),
            hint: "One of the eight you saved, like ABCD-EFGH. It works once.", error: recoveryError,
            hasFocus: recoveryError != nil)
        let hidden = request.returnAddress(who.site)?.hiddenFields
        let open: HTML? = recoveryError == nil ? nil : " open"
        return Layout.door(
            "Two-factor verification", at: path, who.site, asFragment: request.wantsFragment,
            status: isError ? .unprocessable : .ok, isError: isError,
            """
            <p>Password accepted. Enter your code to continue.</p>
            <form method="post" action="\(path.text)">\(who.forms.field(for: path))\(hidden)
            \(code.html)
            <button class="button primary wide">Verify and sign in</button>
            </form>
            <details class="disclosure"\(open)>
            <summary>Lost your phone? Use a recovery code</summary>
            <form method="post" action="/login/two-factor/recovery">\(who.forms.field(for: "/login/two-factor/recovery"))\(hidden)
            \(recoveryCode.html)
            <button class="button wide">Use recovery code</button>
            </form>
            </details>
            """,
            below: """
                <form class="aside" method="post" action="/login/cancel">\(who.forms.field(for: "/login/cancel"))\(hidden)\
                <button class="button quiet">Sign in as a different user</button></form>
                """)
    }

    static let mismatch = "That code did not match"

    /// A used code is a wrong one, unless it is the same post that came twice: then it lands where the first one did.
    /// It is no guess either way.
    private static func alreadyUsed(
        _ step: TimeStep, _ attempt: Attempt, _ request: Request, _ who: HalfwayUser, _ store: borrowing Store
    ) throws -> Response {
        try store.withdraw(attempt)
        if try store.isCompleted(who.challenge, by: step), let first = try store.session(after: who.challenge) {
            return signedIn(request, who, first, store)
        }
        try store.refuse(.codeAlreadyUsed, of: who.user.id, on: Occasion(request), detail: who.challenge.name)
        return page(request, who, error: mismatch)
    }
}
