/// What the administrators ask of everybody.
public struct SecurityPolicy: Equatable, Sendable {
    public var requiresEveryone: Bool
    public var requiresAdministrators: Bool
    public var sessionLifetime: SessionLifetime
    public var auditRetention: AuditRetention

    public init(
        requiresEveryone: Bool = false, requiresAdministrators: Bool = false,
        sessionLifetime: SessionLifetime = .standard, auditRetention: AuditRetention = .standard
    ) {
        self.requiresEveryone = requiresEveryone
        self.requiresAdministrators = requiresAdministrators
        self.sessionLifetime = sessionLifetime
        self.auditRetention = auditRetention
    }

    /// Whether somebody with `role` must have a second factor.
    public func requires(role: Role) -> Bool {
        requiresEveryone || requiresAdministrators && role.isAdministrator
    }

    /// The inactivity after which a session ends.
    public struct SessionLifetime: Equatable, Sendable {
        public let minutes: Int

        public static let range = 5...43_200
        public static let standard = SessionLifetime(minutes: 480)

        /// Nothing outside `range`.
        public init?(_ minutes: Int) {
            guard SessionLifetime.range.contains(minutes) else { return nil }
            self.init(minutes: minutes)
        }

        private init(minutes: Int) {
            self.minutes = minutes
        }
    }

    /// How long the audit log is kept before it may be purged.
    public struct AuditRetention: Equatable, Sendable {
        public let days: Int

        public static let range = 30...36_500
        public static let standard = AuditRetention(unchecked: 365)

        /// Nothing outside `range`.
        public init?(days: Int) {
            guard AuditRetention.range.contains(days) else { return nil }
            self.init(unchecked: days)
        }

        private init(unchecked days: Int) {
            self.days = days
        }
    }
}
