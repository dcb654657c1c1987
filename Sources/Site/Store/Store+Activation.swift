import HTTP
import MariaDB
import Secrets

extension Store {
    /// How long a one-time link may be used, in seconds.
    private static var activationSeconds: Int64 { 86_400 }

    /// Lets whoever holds `link` choose the account's password, once; an earlier link ends.
    borrowing func makeActivation(_ link: Token, for account: Int64, at now: Instant) throws {
        try change(
            .makeActivation, .integer(account), .bytes(link.hash),
            Value(now.advanced(bySeconds: Store.activationSeconds)))
    }

    /// Whose password the holder of `link` may choose; nobody's if it was used or is over.
    borrowing func account(activatedBy link: Token, at now: Instant) throws -> Account? {
        try rows(.findActivation, .bytes(link.hash), Value(now)).first.map(Account.init)
    }

    /// Sets the password that the holder of `link` chose, and ends the link and the account's sessions.
    ///
    /// `false` if the link was used or ended at the same instant. The second factor stays as it is.
    borrowing func activate(
        _ account: Account, with link: Token, password: [UInt8], on occasion: Occasion
    ) throws -> Bool {
        let hash = PasswordHash(of: password, cost: passwordCost, vault: vault)
        let done: Bool? = try record(.passwordChosen, of: account.id, by: account.id, on: occasion) {
            guard try !rows(.lockEnabledAccount, .integer(account.id)).isEmpty,
                try change(.useActivation, .bytes(link.hash), Value(occasion.at)) == 1
            else { return nil }
            _ = try isDone(.setPassword, .integer(account.id), .bytes(hash.text))
            try endEverySession(of: account.id)
            try forgetCodes(of: account.id)
            return true
        }
        return done ?? false
    }
}
