import Authentication
import HTTP

/// What an administrator can do for a person, each in a form of its own.
enum PersonForms {
    static func html(_ account: Account, _ who: Administrator, reasonError: String?) -> HTML {
        """
        \(who.user.role == .superAdmin ? role(account, who) : nil)
        <section class="card" aria-labelledby="sign-in">
        <header class="card-header"><h2 id="sign-in">Signing in</h2></header>
        <p>A reset ends the password at once and gives you a link, with which the person chooses another. Their \
        two-factor authentication stays.</p>
        <div class="actions">
        \(account.disabledAt == nil ? button("Reset password", "/reset-password", account, who) : nil)
        \(button("Sign out everywhere", "/sign-out", account, who))
        \(account.disabledAt == nil
            ? button("Disable account", "/disable", account, who, kind: " danger")
            : button("Enable account", "/enable", account, who))
        </div>
        </section>
        \(account.hasSecondFactor ? resetSecondFactor(account, who, reasonError) : nil)
        """
    }

    private static func role(_ account: Account, _ who: Administrator) -> HTML {
        let path = PersonPage.path(of: account.id, "/role")
        return """
            <section class="card" aria-labelledby="role-card">
            <header class="card-header"><h2 id="role-card">Role</h2></header>
            <form method="post" action="\(path.text)">\(who.forms.field(for: path))
            \(Choice.role(Role.allCases, chosen: account.role).html)
            <button class="button">Change role</button>
            </form>
            </section>
            """
    }

    private static func resetSecondFactor(_ account: Account, _ who: Administrator, _ error: String?) -> HTML {
        let path = PersonPage.path(of: account.id, "/reset-two-factor")
        let open: HTML? = error == nil ? nil : " open"
        let reason = Field(
            label: "Reason", name: "reason", attributes: "autocomplete=\"off\" maxlength=\"200\"",
            hint: "How you made sure that it is \(account.name) who asks. It goes into the audit log.", error: error,
            hasFocus: error != nil)
        return """
            <section class="card" aria-labelledby="two-factor">
            <header class="card-header"><h2 id="two-factor">Two-factor authentication</h2>\
            \(Profile.badge(account.user))</header>
            <details class="disclosure rose"\(open)>
            <summary>Reset two-factor</summary>
            <form method="post" action="\(path.text)">\(who.forms.field(for: path))
            <p>For a lost phone. It removes the authenticator and the recovery codes and signs the person out everywhere: \
            their password alone opens the account until they set it up again.</p>
            \(reason.html)
            <button class="button danger">Reset two-factor</button>
            </form>
            </details>
            </section>
            """
    }

    private static func button(
        _ caption: String, _ action: String, _ account: Account, _ who: Administrator, kind: HTML = ""
    ) -> HTML {
        let path = PersonPage.path(of: account.id, action)
        return """
            <form method="post" action="\(path.text)">\(who.forms.field(for: path))\
            <button class="button\(kind)">\(caption)</button></form>
            """
    }
}
