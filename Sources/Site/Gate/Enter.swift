import HTTP
import Secrets

/// Takes over, in the name of a site, whoever the sign-in hands over to it.
enum Enter {
    static func show(_ request: Request, _ site: ProtectedSite, _ store: borrowing Store) throws -> Response {
        guard let code = request.query["code"].flatMap({ Token($0) }),
            let entry = request.cookies[site.cookies.name(.entry)].flatMap({ Token($0) }),
            let (token, url) = try store.enter(site, with: code, from: entry.fingerprint, on: Occasion(request))
        else {
            return SitePage.response(
                "This link is over", site, status: .gone,
                """
                <p>It works once, within a minute, in the browser that was sent to sign in. Your browser has to accept \
                cookies of \(site.host).</p>
                <p><a class="button wide" href="/">Go to \(site.host)</a></p>
                """, store.identity)
        }
        return .redirect(toURL: url).setting(site.cookies.cookie(.site, token.text))
    }

    /// Where `site` takes over whoever has `code`.
    static func url(at site: ProtectedSite, with code: Token) -> String {
        String(decoding: site.origin, as: UTF8.self) + "/auth/enter?code=" + code.text
    }
}
