import Authentication
import HTTP
import Secrets

/// Opens the second door: asks for the code on the person's authenticator, after the password.
enum Challenge {
    static func show(_ request: Request, _ who: HalfwayUser, _ store: borrowing Store) -> Response {
        page(request, who)
    }

    static func submit(_ request: Request, _ who: HalfwayUser, _ store: borrowing Store) throws -> Response {
        let occasion = Occasion(request)
        guard let code = OneTimeCode(request.form["code"] ?? []) else { return page(request, who, error: mismatch) }
        guard try store.reserveAttempt(who.challenge) else { return try SignIn.tooManyCodes(request, who, store) }
        guard let factor = try store.enabledSecondFactor(of: who.user, at: request.receivedAt) else {
            return .redirect(to: "/login")
        }
        do {
            switch try store.verify(code, by: factor, of: who.user, at: request.receivedAt) {
            case .accepted(let step):
                if let token = try store.signIn(who, with: factor, step: step, on: occasion) {
                    return signedIn(who, token)
                }
                return try alreadyUsed(step, request, who, store)
            case .alreadyUsed(let step):
                return try alreadyUsed(step, request, who, store)
            case .wrongCode:
                return try refused(.codeRefused, request, who, store)
            }
        } catch is VaultError {
            try store.note(.secretDamaged, of: who.user.id, on: occasion)
            return page(request, who, error: "Codes cannot be checked just now. Use a recovery code instead.")
        }
    }

    /// Gives up the challenge, to sign in as somebody else.
    static func cancel(_ request: Request, _ who: HalfwayUser, _ store: borrowing Store) throws -> Response {
        try store.endChallenge(who, .challengeCancelled, on: Occasion(request))
        return .redirect(to: "/login").setting(who.site.cookie(.challenge, "", maximumAge: 0))
    }

    /// Where a right code leads: on, with the session in place of the challenge.
    static func signedIn(_ who: HalfwayUser, _ token: Token) -> Response {
        .redirect(to: "/")
            .setting(who.site.sessionCookie(token, isKept: who.challenge.isKept))
            .setting(who.site.cookie(.challenge, "", maximumAge: 0))
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
        let open: HTML? = recoveryError == nil ? nil : " open"
        return Layout.door(
            "Two-factor verification", at: "/login/two-factor", who.site, asFragment: request.wantsFragment,
            status: isError ? .unprocessable : .ok, isError: isError,
            """
            <p>Password accepted. Enter your code to continue.</p>
            <form method="post" action="/login/two-factor">\(who.forms.field(for: "/login/two-factor"))
            \(code.html)
            <button class="button primary wide">Verify and sign in</button>
            </form>
            <details class="disclosure"\(open)>
            <summary>Lost your phone? Use a recovery code</summary>
            <form method="post" action="/login/two-factor/recovery">\(who.forms.field(for: "/login/two-factor/recovery"))
            \(recoveryCode.html)
            <button class="button wide">Use recovery code</button>
            </form>
            </details>
            """,
            below: """
                <form class="aside" method="post" action="/login/cancel">\(who.forms.field(for: "/login/cancel"))\
                <button class="button quiet">Sign in as a different user</button></form>
                """)
    }

    static let mismatch = "That code did not match"

    private static func refused(
        _ event: Event, _ request: Request, _ who: HalfwayUser, _ store: borrowing Store
    ) throws -> Response {
        try store.note(event, of: who.user.id, on: Occasion(request))
        return page(request, who, error: mismatch)
    }

    /// A used code is a wrong one, unless it is the same post that came twice: then it lands where the first one did.
    private static func alreadyUsed(
        _ step: TimeStep, _ request: Request, _ who: HalfwayUser, _ store: borrowing Store
    ) throws -> Response {
        let first = store.sessionToken(after: who.challenge)
        if try store.isCompleted(who.challenge, by: step) && store.isSession(first) { return signedIn(who, first) }
        return try refused(.codeAlreadyUsed, request, who, store)
    }
}
