public import Authentication
public import HTTP

import MariaDB
import Secrets

/// An account, as the people who administer it see it.
public struct Account: Sendable {
    let user: User
    public let createdAt: Instant
    public let disabledAt: Instant?
    public let lastSignInAt: Instant?

    public var id: Int64 { user.id }
    public var email: EmailAddress { user.email }
    public var name: String { user.name }
    public var role: Role { user.role }
    public var hasSecondFactor: Bool { user.hasSecondFactor }

    init(_ row: Row) {
        user = User(row)
        createdAt = Instant(microseconds: row.integer("created_at"))
        disabledAt = row.instantIfPresent("disabled_at")
        lastSignInAt = row.instantIfPresent("last_sign_in_at")
    }
}

/// What became of an account that somebody wanted to make.
enum NewAccount {
    /// With the link by which its owner chooses a password.
    case made(id: Int64, link: Token)
    case addressIsTaken
    case notAllowed
}

extension Store {
    /// Makes an account from the command line; `false` if the address has one already.
    public borrowing func addAccount(
        _ email: EmailAddress, name: ShortText, role: Role, password: [UInt8], on occasion: Occasion
    ) throws -> Bool {
        let hash = PasswordHash(of: password, cost: passwordCost, vault: vault)
        do {
            var id: Int64?
            _ = try record(.accountAdded, of: id, on: occasion, detail: email.text) {
                let new = try insertAccount(email, name, role, at: occasion.at)
                id = new
                return try isDone(.setPassword, .integer(new), .bytes(hash.text))
            }
            return true
        } catch let error as MariaDBError where error.code == .duplicateEntry {
            return false
        }
    }

    /// Makes an account whose owner chooses the password, by the one-time link that is returned.
    borrowing func addAccount(
        _ email: EmailAddress, name: ShortText, role: Role, by administrator: Int64, on occasion: Occasion
    ) throws -> NewAccount {
        let link = Token.random()
        do {
            var id: Int64?
            let made: Int64? = try record(.accountAdded, of: id, by: administrator, on: occasion, detail: email.text) {
                guard try mayAdminister(role, .administrator(administrator)) else { return nil }
                let new = try insertAccount(email, name, role, at: occasion.at)
                id = new
                try makeActivation(link, for: new, at: occasion.at)
                return new
            }
            return made.map { .made(id: $0, link: link) } ?? .notAllowed
        } catch let error as MariaDBError where error.code == .duplicateEntry {
            return .addressIsTaken
        }
    }

    private borrowing func insertAccount(
        _ email: EmailAddress, _ name: ShortText, _ role: Role, at now: Instant
    ) throws -> Int64 {
        try change(.addAccount, .bytes(email.bytes), .text(name.text), .text(role.rawValue), Value(now))
        return connection.lastInsertedID
    }

    public borrowing func account(_ email: EmailAddress) throws -> Account? {
        try rows(.findAccount, .bytes(email.bytes)).first.map(Account.init)
    }

    borrowing func account(_ id: Int64) throws -> Account? {
        try rows(.accountByID, .integer(id)).first.map(Account.init)
    }

    public borrowing func hasAnyAccount() throws -> Bool {
        try rows(.existsAccount)[0].integer("any_account") == 1
    }

    /// Up to 1,000 accounts in the order of their addresses, after `address`.
    public borrowing func accounts(after address: EmailAddress? = nil) throws -> [Account] {
        try rows(.listAccounts, .bytes(address?.bytes ?? [])).map(Account.init)
    }
}
