public import Authentication

import MariaDB
import Secrets

/// What became of accounts that somebody wanted to import.
public enum AccountImport: Equatable, Sendable {
    case made
    /// Somebody else got this address meanwhile; nothing was imported.
    case addressIsTaken(EmailAddress)
}

extension Store {
    /// Which of `accounts` have the address of somebody who has an account.
    public borrowing func taken(of accounts: [ImportedAccount]) throws -> Set<EmailAddress> {
        let wanted = Set(accounts.map(\.email))
        var taken: Set<EmailAddress> = []
        var page = try self.accounts()
        while let last = page.last {
            taken.formUnion(page.lazy.map(\.email).filter(wanted.contains))
            page = try self.accounts(after: last.email)
        }
        return taken
    }

    /// Makes all of `accounts`, or none of them. The unique key of the address decides between two at once.
    public borrowing func importAccounts(_ accounts: [ImportedAccount], on occasion: Occasion) throws -> AccountImport {
        var current: ImportedAccount?
        do {
            _ = try transaction { ceremony in
                for (index, account) in accounts.enumerated() {
                    current = account
                    try add(account, under: index == 0 ? ceremony : randomBytes(16), on: occasion)
                }
                return accounts.isEmpty ? nil : accounts.count
            }
            return .made
        } catch let error as MariaDBError where error.code == .duplicateEntry {
            guard let current else { throw error }
            return .addressIsTaken(current.email)
        }
    }

    private borrowing func add(_ account: ImportedAccount, under ceremony: [UInt8], on occasion: Occasion) throws {
        try change(
            .addAccount, .bytes(account.email.bytes), .text(account.name.text), .text(account.role.rawValue),
            Value(occasion.at))
        let id = connection.lastInsertedID
        _ = try isDone(.setPassword, .integer(id), .bytes(account.hash.text))
        try add(.accountImported, of: id, by: nil, on: occasion, ceremony: ceremony, account.email.text)
    }
}
