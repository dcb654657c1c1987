import Authentication
import HTTP

/// Somebody who has an account.
struct User: Sendable {
    let id: Int64
    let email: EmailAddress
    let name: String
    let role: Role
    /// `nil` while there is none. A pending one is none.
    var secondFactor: EnabledSecondFactor?

    /// What may be known of a second factor without its key.
    struct EnabledSecondFactor: Sendable {
        let since: Instant
        /// Names the set of recovery codes, so that a form can say which one it replaces; `nil` if it was lost.
        let recoverySet: [UInt8]?
    }

    var hasSecondFactor: Bool { secondFactor != nil }
}
