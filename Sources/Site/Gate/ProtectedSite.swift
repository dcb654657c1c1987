import HTTP

/// A site whose pages are behind the gate: another one of the same nginx, or the door's own.
struct ProtectedSite: Sendable {
    /// As browsers write it in `Origin`, and as nginx names the site: `https://blog.example.org`.
    let origin: [UInt8]
    /// What it is called in a sentence: `blog.example.org`.
    let host: String
    /// Whether its pages are at the origin of the sign-in, whose session opens them without a hand-over.
    let isOwn: Bool
    let cookies: CookieScope
    /// The cookie that the check looks for.
    let passCookie: String

    /// Plain http is for this machine alone: `nil` for other hosts.
    init?(_ text: String, isOwn: Bool = false) {
        guard let site = Origin(text), site.isSecure || site.isOfThisMachine else { return nil }
        origin = Array(text.utf8)
        host = site.host + (site.port.map { ":\($0)" } ?? "")
        self.isOwn = isOwn
        cookies = CookieScope(site)
        passCookie = cookies.name(isOwn ? .session : .site)
    }
}
