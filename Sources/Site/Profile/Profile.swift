import Authentication
import HTTP

/// Who somebody is here, how they sign in, where they are signed in, and what happened lately.
enum Profile {
    static let path: Path = "/my/profile"

    static func show(_ request: Request, _ who: SignedInUser, _ store: borrowing Store) throws -> Response {
        try page(request, who, store)
    }

    static func page(
        _ request: Request, _ who: SignedInUser, _ store: borrowing Store, passwordErrors: ChangePassword.Errors? = nil
    ) throws -> Response {
        let now = request.receivedAt
        return Layout.portal(
            "My profile", at: path, request, who, status: passwordErrors == nil ? .ok : .unprocessable,
            isError: passwordErrors != nil,
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
            \(ChangePassword.card(who, passwordErrors ?? ChangePassword.Errors()))
            \(Browsers.card(try store.browsers(of: who.user, at: now), who, at: now))
            \(RecentEvents.card(try store.recentEvents(of: who.user), at: now))
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
        \(who.forms.field(for: BeginEnrolment.path))<button class="button primary">Set up two-factor</button></form>
        """
    }
}
