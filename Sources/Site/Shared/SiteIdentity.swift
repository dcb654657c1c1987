import HTTP
import Secrets

/// How the site is called, and where browsers reach it.
public struct SiteIdentity: Sendable {
    /// The name in every header, and the issuer in authenticator apps.
    public let name: String
    /// The origins that its pages may come from, as bytes: `http://127.0.0.1:8080`.
    let origins: [[UInt8]]
    let isSecure: Bool
    private let cookiePrefix: String

    /// A site that is reached at `url`, such as `https://id.example.org`, without a path.
    ///
    /// Plain http is for this machine alone, since everybody on the way could read the cookies: `nil` for other
    /// hosts. Its cookies carry the port, because browsers keep one jar for all ports of a host.
    public init?(name: String, url: String) {
        let bytes = Array(url.utf8)
        guard let authority = SiteIdentity.authority(of: bytes), !authority.isEmpty else { return nil }
        self.name = name
        isSecure = bytes.starts(with: "https://".utf8)
        let (host, port) = SiteIdentity.split(authority)
        if isSecure {
            origins = [bytes]
            cookiePrefix = "__Host-vestibule"
        } else {
            guard host == "127.0.0.1" || host == "localhost" else { return nil }
            let suffix = port.map { ":" + $0 } ?? ""
            origins = ["127.0.0.1", "localhost"].map { Array("http://\($0)\(suffix)".utf8) }
            cookiePrefix = "vestibule" + (port.map { "-" + $0 } ?? "")
        }
    }

    func cookieName(_ kind: CookieKind) -> String { "\(cookiePrefix)-\(kind.rawValue)" }

    /// A cookie of ours; with `maximumAge` 0 the browser forgets it.
    func cookie(_ kind: CookieKind, _ value: String, maximumAge: Int? = nil) -> Cookie {
        Cookie(cookieName(kind), value, maximumAge: maximumAge, isSecure: isSecure)
    }

    /// The cookie of a signed-in browser, which keeps it for as long as the session can last.
    func sessionCookie(_ token: Token, isKept: Bool) -> Cookie {
        cookie(.session, token.text, maximumAge: isKept ? Int(Store.longestSession(isKept: true)) : nil)
    }

    private static func authority(of url: [UInt8]) -> [UInt8]? {
        for scheme in ["https://", "http://"] where url.starts(with: scheme.utf8) {
            let rest = Array(url.dropFirst(scheme.utf8.count))
            return rest.contains(UInt8(ascii: "/")) ? nil : rest
        }
        return nil
    }

    private static func split(_ authority: [UInt8]) -> (host: String, port: String?) {
        let parts = authority.split(separator: UInt8(ascii: ":"), maxSplits: 1)
        return (
            String(decoding: parts[0], as: UTF8.self),
            parts.dropFirst().first.map { String(decoding: $0, as: UTF8.self) }
        )
    }
}

/// What a cookie stands for. Each stage of signing in has its own, so that none can pass for another.
enum CookieKind: String, CaseIterable, Sendable {
    case form
    case challenge
    case session
}
