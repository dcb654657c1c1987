/// Who changes an account of somebody else.
public enum Author: Sendable {
    /// Whoever may run the server's own command line, and so do everything.
    case commandLine
    /// Somebody in the console, by the id of their account.
    case administrator(Int64)

    var id: Int64? {
        switch self {
        case .commandLine: nil
        case .administrator(let id): id
        }
    }
}

/// An account was removed from the database, which nothing of the product does.
struct AccountVanished: Error, CustomStringConvertible {
    let id: Int64
    var description: String { "account \(id) is gone from the database" }
}

/// What became of a change that an administrator asked for.
public enum AccountChange: Sendable {
    case done
    /// It was like that already.
    case unchanged
    /// Only a Super administrator may touch an administrator, or make one.
    case notAllowed
    /// It would have left nobody who can administer the administrators.
    case lastSuperAdministrator
}
