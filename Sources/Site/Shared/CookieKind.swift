/// What a cookie stands for. Each stage of signing in has its own, so that none can pass for another.
enum CookieKind: String, CaseIterable, Sendable {
    case form
    case challenge
    case session
}
