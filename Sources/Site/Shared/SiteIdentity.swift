import Authentication
import HTTP
import Secrets

/// How the site is called, and where browsers reach it.
public struct SiteIdentity: Sendable {
    /// The name in every header, and the issuer in authenticator apps.
    public let name: String
    /// What it is called, in every way that somebody might type as a password: name, host, with port, with scheme.
    let spellings: [String]
    /// The origins that its pages may come from, as bytes: `http://127.0.0.1:8080`.
    let origins: [[UInt8]]
    /// Where browsers reach it, without a slash at the end.
    let url: String
    /// The sites that people are led back to, its own addresses among them.
    let sites: [ProtectedSite]
    let cookies: CookieScope

    /// A site that is reached at `url`, such as `https://id.example.org`, without a path.
    ///
    /// Plain http is for this machine alone, since everybody on the way could read the cookies: `nil` for other hosts.
    ///
    /// The address is as browsers write it in `Origin`: lower case, and no port where it is the scheme's own.
    /// - Parameter sites: the addresses of the sites behind its gate, written like `url`.
    public init?(name: String, url: String, sites: [String] = []) {
        guard (1...64).contains(name.utf8.count), let origin = Origin(url) else { return nil }
        self.name = name
        self.url = url
        cookies = CookieScope(origin)
        let port = origin.port.map { ":\($0)" } ?? ""
        spellings = [name, origin.host, origin.host + port, url]
        let own: [String]
        if origin.isSecure {
            own = [url]
        } else {
            guard origin.host == "127.0.0.1" || origin.host == "localhost" else { return nil }
            own = ["127.0.0.1", "localhost"].map { "http://\($0)\(port)" }
        }
        origins = own.map { Array($0.utf8) }
        let others = sites.filter { !own.contains($0) }
        let all = own.compactMap { ProtectedSite($0, isOwn: true) } + others.compactMap { ProtectedSite($0) }
        guard all.count == own.count + others.count else { return nil }
        self.sites = all
    }

    /// The site whose origin this is, byte for byte.
    func site(_ origin: [UInt8]) -> ProtectedSite? { sites.first { $0.origin == origin } }

    func cookieName(_ kind: CookieKind) -> String { cookies.name(kind) }

    /// A cookie of ours; with `maximumAge` 0 the browser forgets it.
    func cookie(_ kind: CookieKind, _ value: String, maximumAge: Int? = nil) -> Cookie {
        cookies.cookie(kind, value, maximumAge: maximumAge)
    }

    /// Whether a cookie with this name is one of ours.
    func isOwnCookie(_ name: ArraySlice<UInt8>) -> Bool {
        let prefix = cookies.prefix.utf8
        return name.starts(with: prefix) && name.dropFirst(prefix.count).first == UInt8(ascii: "-")
    }

    /// By which a browser is known to the owner of `email`. Each account has a cookie of its own there, so that nobody who
    /// signs in takes another's away, or gains by it.
    func browserCookieName(of email: EmailAddress) -> String {
        "\(browserCookiePrefix)\(hexadecimal(Array(sha256(email.bytes).prefix(4))))"
    }

    /// What a browser is to forget in which more people have signed in than a request has room for: all but the newest.
    func surplusCookies(_ cookies: Cookies) -> [Cookie] {
        let digits = Array("0123456789abcdef".utf8), start = Array(browserCookiePrefix.utf8)
        let names = cookies.names.filter {
            $0.count == start.count + 8 && $0.starts(with: start)
                && $0.dropFirst(start.count).allSatisfy(digits.contains)
        }
        return names.dropLast(20).map {
            Cookie(String(decoding: $0, as: UTF8.self), "", maximumAge: 0, isSecure: self.cookies.isSecure)
        }
    }

    private var browserCookiePrefix: String { "\(cookies.prefix)-browser-" }

    /// The cookie of a browser in which the owner of `email` has passed every check. It opens nothing.
    func browserCookie(_ token: Token, of email: EmailAddress) -> Cookie {
        Cookie(
            browserCookieName(of: email), token.text, maximumAge: Int(Store.knownBrowserSeconds),
            isSecure: cookies.isSecure)
    }

    /// The cookie of a signed-in browser, which keeps it for as long as the session can last.
    func sessionCookie(_ token: Token, isKept: Bool) -> Cookie {
        cookie(.session, token.text, maximumAge: isKept ? Int(Store.longestSession(isKept: true)) : nil)
    }
}
