extension Vault {
    /// HMAC-SHA-256 of `message` under the newest key.
    public borrowing func mac(_ message: [UInt8], for purpose: Purpose) -> [UInt8] {
        withNewestKey(for: purpose) { HMAC.sha256(message.span, key: $0) }
    }

    /// HMAC-SHA-256 of `message` under the key that was the newest when it was first made.
    public borrowing func mac(
        _ message: [UInt8], for purpose: Purpose, under key: KeyID
    ) throws(VaultError) -> [UInt8] {
        try withKey(for: purpose, under: key) { HMAC.sha256(message.span, key: $0) }
    }

    /// A MAC for what is short enough to be guessed: slow for whoever has the key, useless for whoever has not.
    ///
    /// It is HMAC-SHA-256 of the Argon2id tag of `message`.
    public borrowing func slowMAC(
        _ message: [UInt8], salt: [UInt8], cost: PasswordHash.Cost, for purpose: Purpose, under key: KeyID
    ) throws(VaultError) -> [UInt8] {
        try withKey(for: purpose, under: key) { key in
            Argon2id.tag(of: message, salt: salt, cost: cost).withSpan { HMAC.sha256($0, key: key) }
        }
    }

    /// Lends the key of `purpose` that writes. The newest key is always there.
    borrowing func withNewestKey<Result: ~Copyable>(
        for purpose: Purpose, _ body: (Span<UInt8>) -> Result
    ) -> Result {
        do {
            return try withKey(for: purpose, under: newest, body)
        } catch {
            fatalError("the newest key is in the key ring")
        }
    }
}
