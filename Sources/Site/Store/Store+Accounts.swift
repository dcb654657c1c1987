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
public enum NewAccount: Sendable {
    case made(id: Int64)
    case addressIsTaken
    /// Only a Super administrator may make an administrator.
    case notAllowed
}

extension Store {
    /// Makes an account with a password.
    public borrowing func addAccount(
        _ email: EmailAddress, name: ShortText, role: Role, password: [UInt8], on occasion: Occasion
    ) throws -> NewAccount {
        let hash = PasswordHash(of: password, cost: passwordCost, vault: vault)
        return try addAccount(email, name, role, by: .commandLine, on: occasion) { id in
            _ = try isDone(.setPassword, .integer(id), .bytes(hash.text))
        }
    }

    /// Makes an account whose owner chooses the password, by the one-time `link`.
    borrowing func addAccount(
        _ email: EmailAddress, name: ShortText, role: Role, link: Token, by author: Author, on occasion: Occasion
    ) throws -> NewAccount {
        try addAccount(email, name, role, by: author, on: occasion) { id in
            try makeActivation(link, for: id, at: occasion.at)
        }
    }

    /// The unique key of the address decides between two at once; the author keeps their role until it is done.
    private borrowing func addAccount(
        _ email: EmailAddress, _ name: ShortText, _ role: Role, by author: Author, on occasion: Occasion,
        _ giveAccess: (Int64) throws -> Void
    ) throws -> NewAccount {
        var id: Int64?
        do {
            let made: Int64? = try record(.accountAdded, of: id, by: author.id, on: occasion, detail: email.text) {
                if let author = author.id { _ = try rows(.lockAccount, .integer(author)) }
                guard try mayAdminister(role, author) else { return nil }
                try change(.addAccount, .bytes(email.bytes), .text(name.text), .text(role.rawValue), Value(occasion.at))
                let new = connection.lastInsertedID
                id = new
                try giveAccess(new)
                return new
            }
            return made.map { .made(id: $0) } ?? .notAllowed
        } catch let error as MariaDBError where error.code == .duplicateEntry {
            return .addressIsTaken
        }
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
