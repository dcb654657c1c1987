import Authentication
import HTTP

/// The card **Authenticator app (TOTP)** while nothing is configured, and once it is enabled.
enum TwoFactorCard {
    static func notConfigured(_ who: SignedInUser, _ back: ReturnAddress?) -> HTML {
        card(
            Colour.slate.badge("Not configured"),
            """
            <p>An app on your phone shows a new code every 30 seconds. Once this is on, signing in takes your password \
            and that code.</p>
            <form class="actions" method="post" action="/my/profile/two-factor/enable" data-in-place>\
            \(who.forms.field(for: BeginEnrolment.path))\(back?.hiddenFields)<button class="button primary">Enable two-factor</button></form>
            """)
    }

    static func enabled(_ who: SignedInUser, recoveryCodesLeft left: Int, passwordError: String?) -> HTML {
        card(
            Colour.emerald.badge("Enabled"),
            """
            <ul class="status">
            <li>\(Icon.check)<span>Confirmed on \(who.user.secondFactor.map { Moment($0.since).html })</span></li>
            <li>\(Icon.key)<span>\(left) of \(RecoveryCode.count) recovery codes left</span>\
            <span class="dots" aria-hidden="true">\(dots(left))</span></li>
            </ul>
            <form class="actions" method="get" action="/my/profile/two-factor/recovery-codes">\
            <button class="button" data-dialog="regenerate">Regenerate recovery codes</button></form>
            <dialog id="regenerate" aria-labelledby="regenerate-question">
            <p class="question" id="regenerate-question">\(RegenerateRecoveryCodes.question)</p>
            <div class="actions">
            \(RegenerateRecoveryCodes.form(who))
            <form method="dialog"><button class="button" autofocus>Cancel</button></form>
            </div>
            </dialog>
            \(disable(who, passwordError))
            """)
    }

    static func card(_ badge: HTML, _ content: HTML) -> HTML {
        """
        <section class="card" aria-labelledby="totp">
        <header class="card-header"><h2 id="totp">Authenticator app (TOTP)</h2>\(badge)</header>
        \(content)
        </section>
        """
    }

    private static func dots(_ left: Int) -> [HTML] {
        (0..<RecoveryCode.count).map { $0 < left ? "<i></i>" : "<i class=\"used\"></i>" }
    }

    private static func disable(_ who: SignedInUser, _ error: String?) -> HTML {
        let open: HTML? = error == nil ? nil : " open"
        return """
            <details class="disclosure rose"\(open)>
            <summary>Disable two-factor</summary>
            <form method="post" action="/my/profile/two-factor/disable" data-in-place>\
            \(who.forms.field(for: DisableSecondFactor.path))
            <input value="\(who.user.email.text)" autocomplete="username" hidden>
            <p>Your password alone will open your account again, and your recovery codes will be deleted.</p>
            \(Field.currentPassword(error: error).html)
            <button class="button danger">Disable two-factor</button>
            </form>
            </details>
            """
    }
}
