private import Secrets

extension SecurityPolicy {
    /// What can be set, by its name on the command line and in the audit log.
    public enum Setting: String, CaseIterable, Sendable {
        case everyone = "require-mfa-for-everyone"
        case administrators = "require-mfa-for-admins"
        case sessionLifetime = "session-lifetime-minutes"
        case auditRetention = "audit-retention-days"
    }

    /// The setting as it is typed.
    public subscript(setting: Setting) -> String {
        switch setting {
        case .everyone: requiresEveryone ? "on" : "off"
        case .administrators: requiresAdministrators ? "on" : "off"
        case .sessionLifetime: String(sessionLifetime.minutes)
        case .auditRetention: String(auditRetention.days)
        }
    }

    /// Every setting that is not what it was, with both values, for the audit log.
    public func differences(from old: SecurityPolicy) -> [String] {
        Setting.allCases.filter { self[$0] != old[$0] }.map { "\($0.rawValue): \(old[$0]) → \(self[$0])" }
    }
}

extension SecurityPolicy.Setting {
    /// The change that `value` asks for; `nil` if the setting cannot have it.
    public func change(to value: String) -> ((inout SecurityPolicy) -> Void)? {
        switch self {
        case .everyone: isOn(value).map { isOn in { $0.requiresEveryone = isOn } }
        case .administrators: isOn(value).map { isOn in { $0.requiresAdministrators = isOn } }
        case .sessionLifetime:
            Decimal.value(Array(value.utf8)).flatMap(SecurityPolicy.SessionLifetime.init).map { lifetime in
                { $0.sessionLifetime = lifetime }
            }
        case .auditRetention:
            Decimal.value(Array(value.utf8)).flatMap(SecurityPolicy.AuditRetention.init).map { retention in
                { $0.auditRetention = retention }
            }
        }
    }

    /// What the setting can be, as the end of a sentence.
    public var values: String {
        switch self {
        case .everyone, .administrators: "on or off"
        case .sessionLifetime: "a number of minutes from \(Self.bounds(SecurityPolicy.SessionLifetime.range))"
        case .auditRetention: "a number of days from \(Self.bounds(SecurityPolicy.AuditRetention.range))"
        }
    }

    private static func bounds(_ range: ClosedRange<Int>) -> String { "\(range.lowerBound) to \(range.upperBound)" }

    private func isOn(_ value: String) -> Bool? { ["on": true, "off": false][value] }
}
