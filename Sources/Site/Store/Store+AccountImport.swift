public import Authentication

import MariaDB
import Secrets

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

    /// Makes all of `accounts`, or none if somebody got one of their addresses meanwhile: whose address it was.
    public borrowing func `import`(_ accounts: [ImportedAccount], on occasion: Occasion) throws -> EmailAddress? {
        var current: ImportedAccount?
        do {
            _ = try transaction { ceremony in
                for (index, account) in accounts.enumerated() {
                    current = account
                    try add(account, under: index == 0 ? ceremony : randomBytes(16), on: occasion)
                }
                return accounts.isEmpty ? nil : accounts.count
            }
            return nil
        } catch let error as MariaDBError where error.code == .duplicateEntry {
            return current?.email
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
