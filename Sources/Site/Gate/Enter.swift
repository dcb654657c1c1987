import Authentication
import HTTP
import Secrets

/// Takes over, in the name of a site, whoever the sign-in hands over to it.
enum Enter {
    static func show(_ request: Request, _ site: ProtectedSite, _ store: borrowing Store) throws -> Response {
        guard let back = request.returnAddress(store.identity), back.site.origin == site.origin,
            let code = request.query["code"].flatMap({ Token($0) })
        else { return over(site, store) }
        // Whoever opens the link twice, or many pages together, goes on with the cookie that they have got meanwhile.
        let visitor = try store.visitor(of: site, request)
        if let visitor, back.demand.obstacle(to: visitor.standing) == nil { return .redirect(toURL: back.url) }
        if let entry = request.cookies[site.cookies.name(.entry)].flatMap({ Token($0) }),
            let token = try store.enter(site, with: code, from: entry.fingerprint, on: Occasion(request))
        {
            return .redirect(toURL: back.url).setting(site.cookies.cookie(.site, token.text))
                .setting(Arrivals(at: site, request).next)
        }
        return over(site, store)
    }

    /// Where the site of `back` takes over whoever has `code`.
    static func url(_ back: ReturnAddress, with code: Token) -> String {
        "\(String(decoding: back.site.origin, as: UTF8.self))/auth/enter?code=\(code.text)&\(back.query)"
    }

    private static func over(_ site: ProtectedSite, _ store: borrowing Store) -> Response {
        SitePage.response(
            "This link is over", site, status: .gone,
            """
            <p>It works once, within a minute, in the browser that was sent to sign in. Your browser has to accept \
            cookies of \(site.host).</p>
            <p><a class="button wide" href="/">Go to \(site.host)</a></p>
            """, store.identity)
    }
}
