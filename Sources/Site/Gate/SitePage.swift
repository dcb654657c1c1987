import HTTP

/// What the gate has to say at another site, which serves our style sheet and nothing else of ours.
enum SitePage {
    static func response(
        _ title: String, _ site: ProtectedSite, status: Status, _ content: HTML, _ identity: SiteIdentity
    ) -> Response {
        response(title, at: site.host, status, content, identity)
    }

    /// A server of nginx includes the gate, and its origin is not among those that are led back to.
    static func unknown(_ identity: SiteIdentity) -> Response {
        response(
            "This site is not set up yet", at: identity.name, .forbidden,
            "<p>Nobody is let in until its administrator adds its address to VESTIBULE_SITES.</p>", identity)
    }

    private static func response(
        _ title: String, at host: String, _ status: Status, _ content: HTML, _ identity: SiteIdentity
    ) -> Response {
        Response(
            status,
            """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>Error: \(title) – \(host)</title>
            <link rel="stylesheet" href="/auth/style.css">
            </head>
            <body class="sign-in">
            <header><p class="brand">\(Icon.shield)\(identity.name)</p></header>
            <main class="card">
            <h1>\(title)</h1>
            \(content)
            </main>
            </body>
            </html>
            """)
    }
}
