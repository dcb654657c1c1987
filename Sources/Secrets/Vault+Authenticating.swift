extension Vault {
    /// HMAC-SHA-256 of `message` under the current key.
    public borrowing func mac(_ message: [UInt8], for purpose: Purpose) -> [UInt8] {
        withCurrentKey(for: purpose) { HMAC.sha256(message.span, key: $0) }
    }

    /// HMAC-SHA-256 of `message` under the key that was current when it was first made.
    public borrowing func mac(
        _ message: [UInt8], for purpose: Purpose, under key: KeyID
    ) throws(VaultError) -> [UInt8] {
        try withKey(for: purpose, under: key) { HMAC.sha256(message.span, key: $0) }
    }

    /// The same under every key, the current one first, to recognise what was made while another one was.
    public borrowing func macs(_ message: [UInt8], for purpose: Purpose) -> [[UInt8]] {
        ([current] + ids.filter { $0 != current }).compactMap { try? mac(message, for: purpose, under: $0) }
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

    /// Lends the key of `purpose` that writes. The current key is always there.
    borrowing func withCurrentKey<Result: ~Copyable>(
        for purpose: Purpose, _ body: (Span<UInt8>) -> Result
    ) -> Result {
        do {
            return try withKey(for: purpose, under: current, body)
        } catch {
            fatalError("the current key is in the key ring")
        }
    }
}
