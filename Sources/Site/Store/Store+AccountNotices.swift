import Authentication
import HTTP
import MariaDB

/// What somebody else did to an account; its owner is told on the next page that they see, in whichever browser.
enum AccountNotice: String, Sendable {
    case passwordReset = "password-reset"
    case passwordSet = "password-set"
    case roleChanged = "role-changed"
    case secondFactorReset = "second-factor-reset"

    func html(for user: User, at moment: HTML) -> HTML {
        switch self {
        case .passwordReset:
            Colour.amber.notice("An administrator reset your password \(moment). \(AccountNotice.advice)")
        case .passwordSet:
            Colour.amber.notice("An administrator set your password \(moment). \(AccountNotice.advice)")
        case .roleChanged:
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

extension Store {
    /// Has the next page of the account's owner tell that somebody else did `notice`. Part of the change itself.
    borrowing func leave(_ notice: AccountNotice, for account: Int64, at now: Instant) throws {
        try change(.leaveAccountNotice, .integer(account), .text(notice.rawValue), Value(now))
    }

    /// What `user` has not been told yet. It is told by this request, and by none beside it.
    borrowing func takeAccountNotices(of user: User, at now: Instant) throws -> [HTML] {
        var notices: [HTML] = []
        for row in try rows(.listAccountNotices, .integer(user.id)) {
            let (name, at) = (row.text("notice"), row.integer("at"))
            guard try change(.takeAccountNotice, .integer(user.id), .text(name), .integer(at)) == 1,
                let notice = AccountNotice(rawValue: name)
            else { continue }
            notices.append(notice.html(for: user, at: Moment(Instant(microseconds: at)).relative(to: now)))
        }
        return notices
    }
}
