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

/// What became of a change that an administrator asked for.
public enum AccountChange: Sendable {
    case done
    /// It was like that already.
    case unchanged
    case noSuchAccount
    /// It would have left nobody who can administer the administrators.
    case lastSuperAdministrator
}

extension Store {
    /// Makes an account; `false` if the address has one already.
    public borrowing func addAccount(
        _ email: EmailAddress, name: String, role: Role, password: [UInt8], on occasion: Occasion
    ) throws -> Bool {
        let hash = PasswordHash(of: password, cost: passwordCost, vault: vault)
        do {
            var id: Int64?
            _ = try record(.accountAdded, of: id, on: occasion, detail: email.text) {
                try change(
                    .addAccount, .bytes(email.bytes), .text(name), .text(role.rawValue),
                    .integer(occasion.at.microseconds))
                id = connection.lastInsertedID
                return try isDone(.setPassword, Value(id), .bytes(hash.text))
            }
            return true
        } catch let error as MariaDBError where error.code == .duplicateEntry {
            return false
        }
    }

    public borrowing func account(_ email: EmailAddress) throws -> Account? {
        try rows(.findAccount, .bytes(email.bytes)).first.map(Account.init)
    }

    public borrowing func hasAnyAccount() throws -> Bool {
        try rows(.existsAccount)[0].integer("any_account") == 1
    }

    /// Up to 1,000 accounts in the order of their addresses, after `address`.
    public borrowing func accounts(after address: EmailAddress? = nil) throws -> [Account] {
        try rows(.listAccounts, .bytes(address?.bytes ?? [])).map(Account.init)
    }

    /// Gives an account another password and ends its sessions. The second factor stays as it is.
    public borrowing func setPassword(
        _ password: [UInt8], of email: EmailAddress, on occasion: Occasion
    ) throws -> AccountChange {
        let hash = PasswordHash(of: password, cost: passwordCost, vault: vault)
        return try administer(email, .passwordSet, on: occasion) { account in
            _ = try isDone(.setPassword, .integer(account.user.id), .bytes(hash.text))
            try endEverySession(of: account.user.id)
            return .done
        }
    }

    public borrowing func setRole(
        _ role: Role, of email: EmailAddress, on occasion: Occasion
    ) throws -> AccountChange {
        try administer(email, .roleSet, on: occasion, detail: role.rawValue) { account in
            guard try role == .superAdmin || !isLastSuperAdministrator(account) else { return .lastSuperAdministrator }
            return try change(.setRole, .text(role.rawValue), .integer(account.user.id)) == 1 ? .done : .unchanged
        }
    }

    /// Keeps somebody out from the next request on.
    public borrowing func disable(_ email: EmailAddress, on occasion: Occasion) throws -> AccountChange {
        try administer(email, .accountDisabled, on: occasion) { account in
            guard try !isLastSuperAdministrator(account) else { return .lastSuperAdministrator }
            guard
                try change(.disableAccount, .integer(occasion.at.microseconds), .integer(account.user.id)) == 1
            else { return .unchanged }
            try endEverySession(of: account.user.id)
            return .done
        }
    }

    public borrowing func enable(_ email: EmailAddress, on occasion: Occasion) throws -> AccountChange {
        try administer(email, .accountEnabled, on: occasion) { account in
            try change(.enableAccount, .integer(account.user.id)) == 1 ? .done : .unchanged
        }
    }

    /// For a lost phone: removes the second factor and ends the account's sessions.
    public borrowing func resetSecondFactor(of email: EmailAddress, on occasion: Occasion) throws -> AccountChange {
        try administer(email, .secondFactorReset, on: occasion) { account in
            guard try isDone(.disableSecondFactor, .integer(account.user.id)) else { return .unchanged }
            try endEverySession(of: account.user.id)
            return .done
        }
    }

    /// Makes one change to one account, while nobody else changes it or the number of Super administrators.
    private borrowing func administer(
        _ email: EmailAddress, _ event: Event, on occasion: Occasion, detail: String = "",
        _ change: (Account) throws -> AccountChange
    ) throws -> AccountChange {
        guard let id = try account(email)?.user.id else { return .noSuchAccount }
        var outcome = AccountChange.noSuchAccount
        _ = try record(event, of: id, on: occasion, detail: detail) {
            _ = try rows(.lockSuperAdministrators)
            _ = try rows(.lockAccount, .integer(id))
            outcome = try account(email).map(change) ?? .noSuchAccount
            return outcome == .done ? true : nil
        }
        return outcome
    }

    private borrowing func isLastSuperAdministrator(_ account: Account) throws -> Bool {
        guard account.role == .superAdmin, account.disabledAt == nil else { return false }
        return try rows(.lockSuperAdministrators).count <= 1
    }

    borrowing func endEverySession(of account: Int64) throws {
        try change(.endSessions, .integer(account))
        try change(.endChallenges, .integer(account))
    }
}
