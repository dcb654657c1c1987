import Authentication
import HTTP

/// What somebody else did to an account, or tried; its owner is told on the next page that they see, in whichever browser.
enum AccountNotice: String, Sendable {
    case codesBlocked = "codes-blocked"
    case codesRefused = "codes-refused"
    case passwordReset = "password-reset"
    case passwordSet = "password-set"
    case roleSet = "role-set"
    case secondFactorReset = "second-factor-reset"

    /// - Parameter moment: when it was done, in words.
    func html(for user: User, _ moment: HTML) -> HTML {
        switch self {
        case .codesBlocked:
            Colour.rose.notice(
                """
                Somebody gave your password and then so many wrong codes that no more were accepted, \(moment). \
                \(AccountNotice.leaked)
                """)
        case .codesRefused:
            Colour.amber.notice(
                "Somebody gave your password and then a code that did not match, \(moment). \(AccountNotice.leaked)"
            )
        case .passwordReset:
            Colour.amber.notice("An administrator reset your password \(moment). \(AccountNotice.advice)")
        case .passwordSet:
            Colour.amber.notice("An administrator set your password \(moment). \(AccountNotice.advice)")
        case .roleSet:
            Colour.slate.notice("An administrator changed your role \(moment). It is \(user.role.title) now.")
        case .secondFactorReset:
            Colour.amber.notice(
                """
                An administrator removed your two-factor authentication \(moment). \
                <a href="/my/profile/two-factor">Set it up again</a>. \(AccountNotice.advice)
                """)
        }
    }

    private static let leaked: HTML = """
        If it was not you, they know your password: <a href="/my/profile">change it now</a>.
        """
    private static let advice = "If you did not ask for this, tell them."
}
