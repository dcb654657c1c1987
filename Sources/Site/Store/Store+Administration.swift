public import Authentication

import HTTP
import MariaDB
import Secrets

extension Store {
    /// Gives an account another password and ends its sessions. The second factor stays as it is.
    public borrowing func setPassword(
        _ password: [UInt8], of account: Int64, on occasion: Occasion
    ) throws -> AccountChange {
        let hash = PasswordHash(of: password, cost: passwordCost, vault: vault)
        return try administer(account, .passwordSet, by: .commandLine, on: occasion) { account in
            _ = try isDone(.setPassword, .integer(account.id), .bytes(hash.text))
            try change(.endActivation, .integer(account.id))
            try endEverySession(of: account.id)
            try forgetCodes(of: account.id)
            try leave(.passwordSet, for: account.id, at: occasion.at)
            return .done
        }
    }

    /// Takes the password away and ends the sessions; the holder of the one-time `link` chooses another.
    ///
    /// The second factor stays as it is, so the link alone opens nothing.
    borrowing func resetPassword(
        of account: Int64, link: Token, by author: Author, on occasion: Occasion
    ) throws -> AccountChange {
        try administer(account, .passwordReset, by: author, on: occasion) { account in
            guard try !isLastSuperAdministrator(account) else { return .lastSuperAdministrator }
            _ = try isDone(.forgetPassword, .integer(account.id))
            try makeActivation(link, for: account.id, at: occasion.at)
            try endEverySession(of: account.id)
            try leave(.passwordReset, for: account.id, at: occasion.at)
            return .done
        }
    }

    public borrowing func setRole(
        _ role: Role, of account: Int64, by author: Author, on occasion: Occasion
    ) throws -> AccountChange {
        try administer(account, .roleSet, by: author, on: occasion, detail: role.rawValue) { account in
            guard try mayAdminister(role, author) else { return .notAllowed }
            guard try role == .superAdmin || !isLastSuperAdministrator(account) else { return .lastSuperAdministrator }
            guard try change(.setRole, .text(role.rawValue), .integer(account.id)) == 1 else { return .unchanged }
            // A link that was made for another role does not open this one.
            try change(.endActivation, .integer(account.id))
            try change(.outdateSessions, .integer(account.id))
            try change(.endSiteSessions, .integer(account.id))
            try leave(.roleSet, for: account.id, at: occasion.at)
            return .done
        }
    }

    /// Keeps somebody out from the next request on.
    public borrowing func disable(
        _ account: Int64, by author: Author, on occasion: Occasion
    ) throws -> AccountChange {
        try administer(account, .accountDisabled, by: author, on: occasion) { account in
            guard try !isLastSuperAdministrator(account) else { return .lastSuperAdministrator }
            guard try change(.disableAccount, Value(occasion.at), .integer(account.id)) == 1 else { return .unchanged }
            try change(.endActivation, .integer(account.id))
            try endEverySession(of: account.id)
            return .done
        }
    }

    public borrowing func enable(_ account: Int64, by author: Author, on occasion: Occasion) throws -> AccountChange {
        try administer(account, .accountEnabled, by: author, on: occasion) { account in
            try change(.enableAccount, .integer(account.id)) == 1 ? .done : .unchanged
        }
    }

    /// For a lost phone: removes the second factor and ends the account's sessions.
    public borrowing func resetSecondFactor(
        of account: Int64, because reason: String = "", by author: Author, on occasion: Occasion
    ) throws -> AccountChange {
        try administer(account, .secondFactorReset, by: author, on: occasion, detail: reason) { account in
            guard try isDone(.disableSecondFactor, .integer(account.id)) else { return .unchanged }
            try endEverySession(of: account.id)
            try leave(.secondFactorReset, for: account.id, at: occasion.at)
            return .done
        }
    }

    /// Signs an account out of all its browsers.
    borrowing func endSessions(of account: Int64, by author: Author, on occasion: Occasion) throws -> AccountChange {
        try administer(account, .sessionsEnded, by: author, on: occasion) { account in
            try endEverySession(of: account.id)
            return .done
        }
    }

    /// Makes one change to one account, while nobody else changes it or the number of Super administrators.
    ///
    /// What the author may do is asked while those are held, so that nobody acts in a role that was just taken away.
    private borrowing func administer(
        _ id: Int64, _ event: Event, by author: Author, on occasion: Occasion, detail: String = "",
        _ change: (Account) throws -> AccountChange
    ) throws -> AccountChange {
        var outcome = AccountChange.unchanged
        _ = try record(event, of: id, by: author.id, on: occasion, detail: detail) {
            _ = try rows(.lockSuperAdministrators)
            for held in [id, author.id ?? id].sorted() { _ = try rows(.lockAccount, .integer(held)) }
            guard let account = try account(id) else { throw AccountVanished(id: id) }
            outcome = try mayAdminister(account.role, author) ? change(account) : .notAllowed
            return outcome == .done ? true : nil
        }
        return outcome
    }

    /// Whether `author` may change an account with `role`, or give that role to one, as things are now.
    borrowing func mayAdminister(_ role: Role, _ author: Author) throws -> Bool {
        guard let id = author.id else { return true }
        guard let account = try account(id), account.disabledAt == nil else { return false }
        return account.role.mayAdminister(role)
    }

    /// Whether no other Super administrator could sign in. One who has chosen no password yet cannot.
    private borrowing func isLastSuperAdministrator(_ account: Account) throws -> Bool {
        guard account.role == .superAdmin, account.disabledAt == nil else { return false }
        return try rows(.otherSuperAdministrators, .integer(account.id))[0].integer("others") == 0
    }

    borrowing func endEverySession(of account: Int64) throws {
        try change(.endSessions, .integer(account))
        try change(.endChallenges, .integer(account))
        try change(.forgetBrowsers, .integer(account))
    }
}
