import HTTP

/// The portal's first page.
enum Portal {
    static func show(_ request: Request, _ who: SignedInUser, _ store: borrowing Store) -> Response {
        Layout.portal(
            "My portal", at: "/my", request, who,
            """
            <section class="card" aria-labelledby="profile-card">
            <header class="card-header"><h2 id="profile-card">My profile</h2></header>
            <p>Your name and email address, and how you sign in.</p>
            <p><a href="/my/profile">Open my profile</a></p>
            </section>
            """)
    }
}
