/// What the administrators ask of everybody.
public struct SecurityPolicy: Equatable, Sendable {
    public var requiresEveryone: Bool
    public var requiresAdministrators: Bool
    public var sessionLifetime: SessionLifetime

    public init(
        requiresEveryone: Bool = false, requiresAdministrators: Bool = false,
        sessionLifetime: SessionLifetime = .standard
    ) {
        self.requiresEveryone = requiresEveryone
        self.requiresAdministrators = requiresAdministrators
        self.sessionLifetime = sessionLifetime
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
}
