public import Authentication
import HTTP
import MariaDB
import Secrets

extension Store {
    /// Why `password` cannot become that of the account with this address and name, if it cannot.
    public borrowing func refusal(
        of password: [UInt8], for email: EmailAddress, name: String
    ) throws -> PasswordRule.Refusal? {
        let context = PasswordContext(email: email, name: name, site: identity.spellings)
        return try PasswordRule.refusal(of: password, in: context, common: try readCommonPasswords())
    }

    /// What a typed password is worth.
    enum PasswordVerdict {
        /// Right: with the hash as it is stored, by which it can be seen that nobody changed the password since.
        case accepted(User, PasswordHash)
        /// Wrong, or of nobody, or of an account that is disabled: nobody outside learns which.
        case refused(account: Int64?)
    }

    /// Judges the password of whoever typed `email`, in the same steps and the same time for everybody.
    borrowing func judge(_ password: [UInt8], of email: EmailAddress?) throws -> PasswordVerdict {
        let account = try email.flatMap { try rows(.findAccount, .bytes($0.bytes)).first }.map(Account.init)
        let hash = try storedHash(of: password, account: account?.user.id ?? Store.nobody)
        guard let account, let hash, account.disabledAt == nil else { return .refused(account: account?.user.id) }
        return .accepted(account.user, hash)
    }

    /// What somebody typed who is signed in, when they were asked for their password again.
    enum CurrentPassword {
        case right
        case wrong
        case blocked(until: Instant)
    }

    /// Judges the field *Current password*; whoever has got hold of a session guesses no faster than anybody else.
    borrowing func judgeCurrentPassword(of who: SignedInUser, _ request: Request) throws -> CurrentPassword {
        let throttle = Throttle.password(of: who.user.email, in: who.session.lineage)
        switch try reserve([throttle], on: Occasion(request)) {
        case .blocked(_, let end):
            return .blocked(until: end)
        case .attempt(let attempt):
            let hash = try storedHash(of: request.form["current-password"] ?? [], account: who.user.id)
            guard hash != nil else {
                try refuse(attempt, .passwordRefused, of: who.user.id, by: who.user.id, on: Occasion(request))
                return .wrong
            }
            try connection.transaction { try succeed(attempt) }
            return .right
        }
    }

    /// Whether the account's password is still the one of which `hash` was stored.
    borrowing func isCurrent(_ hash: PasswordHash, of account: Int64) throws -> Bool {
        try isDone(.passwordMatches, .integer(account), .bytes(hash.text))
    }

    /// The hash that is stored for `password` if it is the account's; renewed where another system made it, or today's
    /// cost is higher.
    ///
    /// Costs one Argon2id, also for nobody's account; a hash of another system costs that system's work besides.
    private borrowing func storedHash(of password: [UInt8], account: Int64) throws -> PasswordHash? {
        guard password.count <= PasswordRule.longest else { return nil }
        let stored = try rows(.passwordParameters, .integer(account))[0].bytesIfPresent("parameters")
        if let setting = stored.flatMap(LegacyHash.Setting.init) {
            return try renewedHash(of: password, from: setting, account: account)
        }
        var parameters = PasswordHash.Parameters.unknownAccount(cost: passwordCost, vault: vault)
        if let known = stored.flatMap(PasswordHash.Parameters.init), try has(known.key) { parameters = known }
        let hash = try PasswordHash(of: password, as: parameters, vault: vault)
        guard try isCurrent(hash, of: account) else { return nil }
        guard parameters.isBelow(passwordCost, current: vault.current) else { return hash }
        let renewed = PasswordHash(of: password, cost: passwordCost, vault: vault)
        guard try renew(hash.text, to: renewed, account: account) else {
            return try storedHash(of: password, account: account)
        }
        return renewed
    }

    /// Puts a hash of ours in the place of one of another system, if `password` is the account's. One statement decides,
    /// so neither another sign-in nor a password that was changed meanwhile is overwritten.
    private borrowing func renewedHash(
        of password: [UInt8], from setting: LegacyHash.Setting, account: Int64
    ) throws -> PasswordHash? {
        let legacy = setting.hash(of: password)
        let renewed = PasswordHash(of: password, cost: passwordCost, vault: vault)
        guard let legacy else { return nil }
        if try renew(legacy.text, to: renewed, account: account) { return renewed }
        let stored = try rows(.passwordParameters, .integer(account))[0].bytesIfPresent("parameters")
        return stored.flatMap(LegacyHash.Setting.init) == setting
            ? nil : try storedHash(of: password, account: account)
    }

    /// Whether the hash was still the old one. The key is held until the commit, so that it is not retired under the new
    /// one.
    private borrowing func renew(_ old: [UInt8], to new: PasswordHash, account: Int64) throws -> Bool {
        try connection.transaction {
            try isDone(.renewPassword, .integer(account), .bytes(old), .bytes(new.text))
        }
    }

    /// An account that does not exist, and whose password is therefore always wrong.
    private static var nobody: Int64 { 0 }
}
