import Authentication
import HTTP
import Secrets

/// Asks somebody who is signed in for a code again, because a page wants one that is newer than their last.
enum Verification {
    static let path: Path = "/login/verify"

    static func show(_ request: Request, _ who: SignedInUser, _ store: borrowing Store) -> Response {
        guard who.user.hasSecondFactor else { return .redirect(to: TwoFactor.path, request.returnAddress(who.site)) }
        return page(request, who)
    }

    static func submit(_ request: Request, _ who: SignedInUser, _ store: borrowing Store) throws -> Response {
        guard let factor = try store.enabledSecondFactor(of: who.user, at: request.receivedAt) else {
            return .redirect(to: TwoFactor.path, request.returnAddress(who.site))
        }
        guard let code = OneTimeCode(request.form["code"] ?? []) else {
            return page(request, who, error: Challenge.mismatch)
        }
        let browser = try store.known(request.earlierCookies(of: who.user.email, who.site).browser, of: who.user.email)
        switch try store.reserve([.codes(of: who.user.id, in: browser)], on: Occasion(request)) {
        case .attempt(let attempt): return try judge(code, by: factor, attempt, request, who, store)
        case .blocked(_, let end):
            let sentence = "Too many codes did not match. \(Waiting.sentence(until: end, at: request.receivedAt))"
            return page(request, who, error: sentence).blocked(until: end, at: request.receivedAt)
        }
    }

    private static func judge(
        _ code: OneTimeCode, by factor: SecondFactor.Enabled, _ attempt: Attempt, _ request: Request,
        _ who: SignedInUser, _ store: borrowing Store
    ) throws -> Response {
        let occasion = Occasion(request)
        do {
            let verification = try store.judging(attempt) {
                try store.verify(code, by: factor, of: who.user, at: request.receivedAt)
            }
            switch verification {
            case .accepted(let step):
                guard let token = try store.accept(who, attempt, by: factor, step: step, on: occasion) else {
                    return try alreadyUsed(attempt, request, who, store)
                }
                return onward(request, who, token)
            case .alreadyUsed: return try alreadyUsed(attempt, request, who, store)
            case .wrongCode(let drift):
                try store.refuse(attempt, .codeRefused, of: who.user.id, by: who.user.id, on: occasion)
                try store.keepClockReading(drift, by: who.user, at: request.receivedAt)
                return page(request, who, error: Challenge.mismatch)
            }
        } catch VaultError.damaged {
            try store.note(.secretDamaged, of: who.user.id, on: occasion)
            return page(request, who, error: "Codes cannot be checked just now. Sign out, and in with a recovery code.")
        }
    }

    /// A used code is a wrong one, unless the same post came twice, which lands where the first one did and gains nothing.
    private static func alreadyUsed(
        _ attempt: Attempt, _ request: Request, _ who: SignedInUser, _ store: borrowing Store
    ) throws -> Response {
        try store.withdraw(attempt)
        if let renewed = try store.renewedSession(of: who) { return onward(request, who, renewed) }
        if who.session.codeAt.map({ $0 > request.receivedAt.advanced(bySeconds: -30) }) ?? false {
            return onward(request, who, who.session.token)
        }
        try store.refuse(.codeAlreadyUsed, of: who.user.id, by: who.user.id, on: Occasion(request))
        return page(request, who, error: Challenge.mismatch)
    }

    private static func onward(_ request: Request, _ who: SignedInUser, _ token: Token) -> Response {
        let back = request.returnAddress(who.site)
        return .redirect(to: back == nil ? "/" : HandOver.path, back)
            .setting(who.site.sessionCookie(token, isKept: who.session.isKept))
    }

    private static func page(_ request: Request, _ who: SignedInUser, error: String? = nil) -> Response {
        let back = request.returnAddress(who.site)
        let code = Field.code(hint: "The 6 digits your app shows.", error: error)
        return Layout.door(
            "Two-factor verification", at: path, who.site, asFragment: request.wantsFragment,
            status: error == nil ? .ok : .unprocessable, isError: error != nil,
            """
            <p>\(back?.site.host ?? who.site.name) asks for a new code. You are signed in as \(who.user.email.text).</p>
            <form method="post" action="\(path.text)">\(who.forms.field(for: path))\(back?.hiddenFields)
            \(code.html)
            <button class="button primary wide">Verify</button>
            </form>
            """,
            below: """
                <form class="aside" method="post" action="/logout">\(who.forms.field(for: "/logout"))\
                <button class="button quiet">Sign out</button></form>
                """)
    }
}
