import Authentication
import HTTP
import MariaDB
import Secrets

extension Row {
    func instantIfPresent(_ column: String) -> Instant? {
        integerIfPresent(column).map(Instant.init(microseconds:))
    }
}

extension User {
    /// Reads the columns that every query of somebody selects.
    init(_ row: Row) {
        self.init(
            id: row.integer("id"),
            email: EmailAddress(row.bytes("email"))!,
            name: row.text("name"),
            role: Role(rawValue: row.text("role"))!,
            secondFactor: row.instantIfPresent("confirmed_at").map {
                EnabledSecondFactor(since: $0, recoverySet: row.bytesIfPresent("recovery_set_id"))
            })
    }
}

extension Session {
    init(_ row: Row, _ token: Token) {
        self.init(
            token: token,
            lineage: row.bytes("lineage"),
            isKept: row.integer("is_kept") == 1,
            isOutdated: row.integer("is_outdated") == 1,
            lastSeenAt: Instant(microseconds: row.integer("last_seen_at")),
            codeAt: row.instantIfPresent("second_factor_at"),
            notice: row.textIfPresent("notice").flatMap(Notice.init),
            enrolment: row.bytesIfPresent("authenticator_id"))
    }
}

extension SecurityPolicy {
    /// Reads the columns that `session/find` and `security_policy/find` share.
    init(_ row: Row) {
        self.init(
            requiresEveryone: row.integer("requires_everyone") == 1,
            requiresAdministrators: row.integer("requires_administrators") == 1,
            sessionLifetime: SessionLifetime(Int(row.integer("session_lifetime_minutes")))!,
            auditRetention: AuditRetention(days: Int(row.integer("audit_retention_days")))!)
    }
}

extension PendingChallenge {
    init(_ row: Row, _ token: Token) {
        self.init(
            token: token,
            isKept: row.integer("is_kept") == 1,
            browser: row.bytesIfPresent("browser"),
            isCompleted: row.integerIfPresent("completed_at") != nil)
    }
}
