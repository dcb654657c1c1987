import Authentication
import HTTP

/// What every screen stands in. A request for the fragment alone gets the part that is the screen's own.
enum Layout {
    /// A screen of somebody who is signed in: header, sidebar, content.
    static func portal(
        _ title: String, at screen: Path?, _ request: Request, _ who: SignedInUser, status: Status = .ok,
        isError: Bool = false, _ content: HTML
    ) -> Response {
        let main = main(title, screen, who.site, isError, "<h1>\(title)</h1>\n\(who.announcements)\n\(content)")
        if request.wantsFragment { return Response(status, main.html) }
        return document(
            main.title, status, "signed-in",
            """
            <header class="header">
            <a class="brand" href="/my">\(Icon.shield)\(who.site.name)</a>
            <p class="who">\(who.user.name)</p>
            <form method="post" action="/logout">\(who.forms.field(for: "/logout"))<button class="button quiet">Sign out</button></form>
            </header>
            <div class="shell">
            <nav class="sidebar" aria-label="Main">
            <ul>
            \(link("/my", "My portal", at: screen))
            \(link("/my/profile", "My profile", at: screen))
            </ul>
            \(who.user.role.isAdministrator ? console(at: screen) : nil)
            </nav>
            \(main.html)
            </div>
            """)
    }

    /// A screen of somebody who is not signed in yet: one card under the site's name.
    static func door(
        _ title: String, at screen: Path?, _ site: SiteIdentity, asFragment: Bool, status: Status = .ok,
        isError: Bool = false, _ content: HTML, below: HTML? = nil
    ) -> Response {
        let main = main(
            title, screen, site, isError,
            "<section class=\"card\">\n<h1>\(title)</h1>\n\(content)\n</section>\n\(below)")
        if asFragment { return Response(status, main.html) }
        return document(
            main.title, status, "sign-in",
            "<header><p class=\"brand\">\(Icon.shield)\(site.name)</p></header>\n\(main.html)")
    }

    /// The part of a page that is the screen's own.
    ///
    /// `screen` is the address that shows it by GET, whichever one answered; an error is at no address.
    private static func main(
        _ title: String, _ screen: Path?, _ site: SiteIdentity, _ isError: Bool, _ content: HTML
    ) -> (title: String, html: HTML) {
        let title = (isError ? "Error: " : "") + title + " – " + site.name
        let address: HTML? = screen.map { " data-screen=\"\($0.text)\"" }
        return (
            title, "<main id=\"content\" tabindex=\"-1\" data-title=\"\(title)\"\(address)>\n\(content)\n</main>"
        )
    }

    private static func document(_ title: String, _ status: Status, _ kind: String, _ body: HTML) -> Response {
        Response(
            status,
            """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>\(title)</title>
            <link rel="icon" href="/static/favicon.svg" type="image/svg+xml">
            <link rel="stylesheet" href="/static/style.css">
            <script src="/static/site.js" defer></script>
            </head>
            <body class="\(kind)">
            <a class="skip" href="#content">Skip to content</a>
            \(body)
            </body>
            </html>
            """)
    }

    private static func console(at screen: Path?) -> HTML {
        """
        <h2>Admin</h2>
        <ul>
        \(link("/admin", "Overview", at: screen))
        \(link("/admin/people", "People", at: screen))
        \(link("/admin/audit", "Audit log", at: screen))
        \(link("/admin/settings/security", "Security", at: screen))
        </ul>
        """
    }

    /// A row of the sidebar; it says whether it leads here, or to where this page belongs.
    private static func link(_ target: Path, _ words: String, at here: Path?) -> HTML {
        let isBelow =
            target != "/my" && target != "/admin"
            && here?.bytes.starts(with: target.bytes + [UInt8(ascii: "/")]) == true
        let current: HTML? = here == target ? " aria-current=\"page\"" : isBelow ? " aria-current=\"true\"" : nil
        return "<li><a href=\"\(target.text)\"\(current)>\(words)</a></li>"
    }
}
