import Secrets

/// A cookie with which a browser asks to pass at a site.
struct Pass {
    let site: ProtectedSite
    let cookie: [UInt8]
    /// By which the session is stored that it stands for.
    let hash: [UInt8]

    /// `nil` for a cookie that we never wrote.
    init?(_ cookie: [UInt8], at site: ProtectedSite) {
        guard let token = Token(cookie) else { return nil }
        self.site = site
        self.cookie = cookie
        hash = token.hash
    }
}
