import HTTP

/// The portal's first page: what there is, and whether a second factor protects it.
enum Portal {
    static func show(_ request: Request, _ who: SignedInUser, _ store: borrowing Store) -> Response {
        Layout.portal(
            "My portal", at: "/my", request, who,
            """
            <section class="card" aria-labelledby="profile-card">
            <header class="card-header"><h2 id="profile-card">My profile</h2></header>
            <p>Your name and email address, and how you sign in.</p>
            <p><a class="button" href="/my/profile">Open my profile</a></p>
            </section>
            <section class="card" aria-labelledby="two-factor">
            <header class="card-header"><h2 id="two-factor">Two-factor authentication</h2>\(Profile.badge(who.user))</header>
            <p>\(who.user.hasSecondFactor ? "Your password and your phone open your account." : "Your password alone opens your account.")</p>
            <p><a class="button" href="/my/profile/two-factor">Open two-factor authentication</a></p>
            </section>
            """)
    }
}
