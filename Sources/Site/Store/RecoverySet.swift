import Authentication
import Secrets

/// Eight fresh recovery codes, hashed for one account.
struct RecoverySet {
    let id: [UInt8]
    let salt: [UInt8]
    let key: KeyID
    let codes: [RecoveryCode]
    let hashes: [[UInt8]]

    /// Costs eight Argon2id, so it is made before the transaction that stores it.
    init(for user: User, vault: borrowing Vault) throws {
        id = randomBytes(16)
        salt = randomBytes(16)
        key = vault.current
        codes = RecoveryCode.newSet()
        var hashes: [[UInt8]] = []
        for code in codes {
            hashes.append(try code.hash(account: user.id, salt: salt, key: key, vault: vault))
        }
        self.hashes = hashes
    }
}
