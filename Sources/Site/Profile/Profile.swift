import Authentication
import HTTP

/// Who somebody is here, and whether a second factor protects them.
enum Profile {
    static func show(_ request: Request, _ who: SignedInUser, _ store: borrowing Store) -> Response {
        Layout.portal(
            "My profile", at: "/my/profile", request, who,
            """
            <section class="card" aria-labelledby="details">
            <header class="card-header"><h2 id="details">Details</h2></header>
            <dl class="facts">
            <div><dt>Name</dt><dd>\(who.user.name)</dd></div>
            <div><dt>Email</dt><dd>\(who.user.email.text)</dd></div>
            <div><dt>Role</dt><dd>\(who.user.role.title)</dd></div>
            </dl>
            </section>
            <section class="card" aria-labelledby="two-factor">
            <header class="card-header"><h2 id="two-factor">Two-factor authentication</h2>\(badge(who.user))</header>
            \(who.user.hasSecondFactor ? manage : setUp(who))
            </section>
            """)
    }

    /// Says in a word how somebody is protected.
    static func badge(_ user: User) -> HTML {
        user.hasSecondFactor ? Colour.emerald.badge("Enabled") : Colour.slate.badge("Not configured")
    }

    private static let manage: HTML = """
        <p>Signing in takes your password and a code from your phone.</p>
        <form class="actions" method="get" action="/my/profile/two-factor">\
        <button class="button">Manage two-factor</button></form>
        """

    private static func setUp(_ who: SignedInUser) -> HTML {
        """
        <p>Your password alone opens your account. A code from your phone makes a second door.</p>
        <form class="actions" method="post" action="/my/profile/two-factor/enable">\
        \(who.forms.field(for: EnableSecondFactor.path))<button class="button primary">Set up two-factor</button></form>
        """
    }
}
