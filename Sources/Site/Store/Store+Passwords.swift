import Authentication
import MariaDB
import Secrets

extension Store {
    /// What a typed password is worth.
    enum PasswordVerdict {
        case accepted(User)
        /// Wrong, or of nobody, or of an account that is disabled: nobody outside learns which.
        case refused(account: Int64?)
    }

    /// Judges the password of whoever typed `email`, in the same steps and the same time for everybody.
    borrowing func judge(_ password: [UInt8], of email: EmailAddress?) throws -> PasswordVerdict {
        let account = try email.flatMap { try rows(.findAccount, .bytes($0.bytes)).first }.map(Account.init)
        let isRight = try isPassword(password, of: account?.user.id ?? Store.nobody)
        guard let account, isRight, account.disabledAt == nil else { return .refused(account: account?.user.id) }
        return .accepted(account.user)
    }

    /// Whether `password` is the account's. Costs one Argon2id of today's cost, also for nobody's account.
    borrowing func isPassword(_ password: [UInt8], of account: Int64) throws -> Bool {
        guard password.count <= PasswordRule.longest else { return false }
        let stored = try rows(.passwordParameters, .integer(account))[0].bytesIfPresent("parameters")
        let parameters =
            stored.flatMap(PasswordHash.Parameters.init) ?? .unknownAccount(cost: passwordCost, vault: vault)
        let hash = try PasswordHash(of: password, as: parameters, vault: vault)
        guard try isDone(.passwordMatches, .integer(account), .bytes(hash.text)) else { return false }
        if parameters.isBelow(passwordCost, newest: vault.newest) {
            let renewed = PasswordHash(of: password, cost: passwordCost, vault: vault)
            _ = try isDone(.renewPassword, .integer(account), .bytes(hash.text), .bytes(renewed.text))
        }
        return true
    }

    /// An account that does not exist, and whose password is therefore always wrong.
    private static var nobody: Int64 { 0 }
}
