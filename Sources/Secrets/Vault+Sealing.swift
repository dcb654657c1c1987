extension Vault {
    /// `secret` encrypted under the current key, for `owner` alone.
    public borrowing func seal(_ secret: borrowing Secret, of owner: Owner) -> SealedSecret {
        let nonce = randomBytes(AES256GCM.nonceCount)
        let binding = owner.binding(key: current)
        let ciphertext = secret.withSpan { secret in
            withCurrentKey(for: .secondFactor) { AES256GCM.seal(secret, boundTo: binding, nonce: nonce, key: $0) }
        }
        return SealedSecret(key: current, nonce: nonce, ciphertext: ciphertext)
    }

    /// The secret in `sealed`, if it was sealed for `owner` and not a bit of it has changed.
    public borrowing func open(_ sealed: SealedSecret, of owner: Owner) throws(VaultError) -> Secret {
        guard let id = sealed.key else { throw .damaged }
        let secret = try withKey(for: .secondFactor, under: id) {
            AES256GCM.open(sealed.ciphertext, boundTo: owner.binding(key: id), nonce: sealed.nonce, key: $0)
        }
        guard let secret else { throw .damaged }
        return secret
    }
}
