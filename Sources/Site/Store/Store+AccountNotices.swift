import HTTP
import MariaDB

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
