/// What a person may reach. The raw value is what is stored.
public enum Role: String, CaseIterable, Sendable {
    case user
    case admin
    case itAdmin = "it-admin"
    case superAdmin = "super-admin"

    /// Reads a role as it is stored, byte for byte.
    public init?(_ typed: [UInt8]) {
        guard let role = Role.allCases.first(where: { $0.rawValue.utf8.elementsEqual(typed) }) else { return nil }
        self = role
    }

    /// As it is shown to people.
    public var title: String {
        switch self {
        case .user: "User"
        case .admin: "Administrator"
        case .itAdmin: "IT administrator"
        case .superAdmin: "Super administrator"
        }
    }

    /// Whether the person reaches the console.
    public var isAdministrator: Bool { self != .user }

    /// Whether somebody with this role may enter where `other` may: everybody where users may, a Super administrator anywhere.
    public func includes(_ other: Role) -> Bool {
        self == other || other == .user || self == .superAdmin
    }

    /// Whether somebody with this role may change an account that has the role `other`, or give that role to one.
    public func mayAdminister(_ other: Role) -> Bool {
        self == .superAdmin || isAdministrator && !other.isAdministrator
    }
}
