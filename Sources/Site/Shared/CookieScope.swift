import HTTP

/// How our cookies are called at one host, and whether they may only travel over TLS.
///
/// The names carry the port where it is not the scheme's own, because browsers keep one jar for all ports of a host.
struct CookieScope: Sendable {
    let prefix: String
    let isSecure: Bool

    init(_ origin: Origin) {
        isSecure = origin.isSecure
        prefix = (isSecure ? "__Host-vestibule" : "vestibule") + (origin.port.map { "-\($0)" } ?? "")
    }

    func name(_ kind: CookieKind) -> String { "\(prefix)-\(kind.rawValue)" }

    /// A cookie of ours; with `maximumAge` 0 the browser forgets it.
    func cookie(_ kind: CookieKind, _ value: String, maximumAge: Int? = nil) -> Cookie {
        Cookie(name(kind), value, maximumAge: maximumAge, isSecure: isSecure)
    }
}
