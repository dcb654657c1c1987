/// What a cookie stands for. Each stage of signing in has its own, so that none can pass for another.
enum CookieKind: String, CaseIterable, Sendable {
    case form
    case challenge
    case session
    /// At another site: by which it knows the browser to which a hand-over may be made.
    case entry
    /// At another site: that somebody has been handed over.
    case site
    /// At another site: how often somebody has been handed over in the last seconds.
    case arrivals
}
