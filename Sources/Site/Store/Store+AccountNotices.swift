import Authentication
import HTTP
import MariaDB

/// What somebody else did to an account; its owner is told on the next page that they see, in whichever browser.
enum AccountNotice: String, Sendable {
    case passwordReset = "password-reset"
    case passwordSet = "password-set"
    case roleChanged = "role-changed"
    case secondFactorReset = "second-factor-reset"

    fileprivate func html(for user: User, _ moment: HTML) -> HTML {
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

/// A notice that was not told yet, and when it was left.
struct UntoldNotice {
    let notice: AccountNotice
    let at: Instant

    /// `nil` for a notice of a newer version.
    init?(_ row: Row) {
        guard let notice = AccountNotice(rawValue: row.text("notice")) else { return nil }
        self.notice = notice
        at = Instant(microseconds: row.integer("at"))
    }

    func html(for user: User, at now: Instant) -> HTML { notice.html(for: user, Moment(at).relative(to: now)) }
}

extension Store {
    /// Has the next page of the account's owner tell that somebody else did `notice`. Part of the change itself.
    borrowing func leave(_ notice: AccountNotice, for account: Int64, at now: Instant) throws {
        try change(.leaveAccountNotice, .integer(account), .text(notice.rawValue), Value(now))
    }

    borrowing func accountNotices(of user: User) throws -> [UntoldNotice] {
        try rows(.listAccountNotices, .integer(user.id)).compactMap(UntoldNotice.init)
    }

    /// Removes a notice that was told.
    borrowing func settle(_ untold: UntoldNotice, of user: User) throws {
        try change(.settleAccountNotice, .integer(user.id), .text(untold.notice.rawValue), Value(untold.at))
    }
}
