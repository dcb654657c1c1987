/// A password as it is stored: Argon2id in PHC format, its verifier keyed, so that the database alone
/// does not allow guessing.
///
/// `$argon2id$v=19$m=19456,t=2,p=1,keyid=AAAAAQ$` salt `$` verifier
public struct PasswordHash: Sendable, CustomReflectable {
    public let text: [UInt8]

    /// Hashes a new password: a fresh salt, the current key.
    public init(of password: [UInt8], cost: Cost, vault: borrowing Vault) {
        let parameters = Parameters(cost: cost, key: vault.current, salt: randomBytes(Parameters.saltCount))
        do {
            try self.init(of: password, as: parameters, vault: vault)
        } catch {
            fatalError("the current key is in the key ring")
        }
    }

    /// Hashes a typed password as a stored one was; the database compares the two and never shows its own.
    public init(of password: [UInt8], as parameters: Parameters, vault: borrowing Vault) throws(VaultError) {
        let verifier = try vault.slowMAC(
            password, salt: parameters.salt, cost: parameters.cost, for: .password, under: parameters.key)
        text = parameters.text + [UInt8(ascii: "$")] + Base64.standard.encode(verifier)
    }

    /// Prints as nothing, so that no log can hold it.
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}
