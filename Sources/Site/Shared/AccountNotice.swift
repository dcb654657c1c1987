import Authentication
import HTTP

/// What somebody else did to an account; its owner is told on the next page that they see, in whichever browser.
enum AccountNotice: String, Sendable {
    case passwordReset = "password-reset"
    case passwordSet = "password-set"
    case roleSet = "role-set"
    case secondFactorReset = "second-factor-reset"

    /// - Parameter moment: when it was done, in words.
    func html(for user: User, _ moment: HTML) -> HTML {
        switch self {
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

    private static let advice = "If you did not ask for this, tell them."
}
