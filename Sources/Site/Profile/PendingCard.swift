import Authentication
import HTTP
import QRCode
import Secrets

/// The card **Authenticator app (TOTP)** while its key waits for a first code.
enum PendingCard {
    static func html(
        _ pending: SecondFactor.Pending, _ key: borrowing Secret, _ who: SignedInUser, _ back: ReturnAddress?,
        error: String?
    ) throws -> HTML {
        let uri = KeyURI(issuer: who.site.name, account: who.user.email, key: key)
        let code = Field.code(
            error: error, hasFocus: error != nil,
            trailing: "<button class=\"button primary\">Confirm and enable</button>")
        return TwoFactorCard.card(
            Colour.amber.badge("Pending confirmation"),
            """
            <ol class="steps">
            <li>
            <h3>Step 1</h3>
            <p>Scan this QR code with your authenticator app.</p>
            <div class="enrol" data-once>
            <div class="qr">\(HTML(trusted: QRCode(Array(uri.text.utf8)).svg(label: "QR code for your authenticator app")))</div>
            <div class="secret">
            <p class="hint" id="secret-hint">No camera? Type this key into the app instead.</p>
            <code id="secret" class="code" aria-describedby="secret-hint">\(Base32.grouped(key))</code>
            <form method="dialog" class="js-only">\
            <button class="button" data-copy="#secret" data-copied="Key copied">\(Icon.copy)Copy</button></form>
            </div>
            </div>
            </li>
            <li>
            <h3>Step 2</h3>
            <p>Enter the code your app shows. Leaving or reloading this page starts over with a new key.</p>
            <form method="post" action="/my/profile/two-factor/confirm" data-in-place>\
            \(who.forms.field(for: ConfirmSecondFactor.path))\(back?.hiddenFields)\
            <input type="hidden" name="enrolment" value="\(hexadecimal(pending.id))">
            \(code.html)
            </form>
            </li>
            </ol>
            """)
    }
}
