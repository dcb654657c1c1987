private import COpenSSL

/// Encryption that notices every change, also of what is bound to it but not encrypted (NIST SP 800-38D).
enum AES256GCM {
    static let nonceCount = 12
    static let tagCount = 16

    /// The ciphertext of `plaintext`, followed by its tag.
    ///
    /// The corresponding C functions are `EVP_EncryptInit_ex2`, `EVP_EncryptUpdate` and `EVP_EncryptFinal_ex`.
    static func seal(
        _ plaintext: Span<UInt8>, boundTo binding: [UInt8], nonce: [UInt8], key: Span<UInt8>
    ) -> [UInt8] {
        let context = unsafe EVP_CIPHER_CTX_new()
        defer { unsafe EVP_CIPHER_CTX_free(context) }
        var sealed = [UInt8](repeating: 0, count: plaintext.count)
        var tag = [UInt8](repeating: 0, count: tagCount)
        var count: Int32 = 0
        unsafe key.withUnsafeBufferPointer {
            unsafe mustSucceed(EVP_EncryptInit_ex2(context, Cipher.aes256GCM.pointer, $0.baseAddress, nonce, nil))
        }
        unsafe mustSucceed(EVP_EncryptUpdate(context, nil, &count, binding, Int32(binding.count)))
        unsafe plaintext.withUnsafeBufferPointer {
            unsafe mustSucceed(EVP_EncryptUpdate(context, &sealed, &count, $0.baseAddress, Int32($0.count)))
        }
        unsafe mustSucceed(EVP_EncryptFinal_ex(context, nil, &count))
        unsafe mustSucceed(EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_GET_TAG, Int32(tagCount), &tag))
        return sealed + tag
    }

    /// What was sealed, or nothing if a single bit of `sealed`, `binding` or `nonce` is another.
    ///
    /// The corresponding C functions are `EVP_DecryptInit_ex2`, `EVP_DecryptUpdate` and `EVP_DecryptFinal_ex`.
    static func open(
        _ sealed: ArraySlice<UInt8>, boundTo binding: [UInt8], nonce: ArraySlice<UInt8>, key: Span<UInt8>
    ) -> Secret? {
        guard sealed.count >= tagCount, nonce.count == nonceCount else { return nil }
        let context = unsafe EVP_CIPHER_CTX_new()
        defer { unsafe EVP_CIPHER_CTX_free(context) }
        let ciphertext = Array(sealed.dropLast(tagCount))
        var tag = Array(sealed.suffix(tagCount))
        var count: Int32 = 0
        unsafe key.withUnsafeBufferPointer {
            unsafe mustSucceed(
                EVP_DecryptInit_ex2(context, Cipher.aes256GCM.pointer, $0.baseAddress, Array(nonce), nil))
        }
        unsafe mustSucceed(EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_SET_TAG, Int32(tagCount), &tag))
        unsafe mustSucceed(EVP_DecryptUpdate(context, nil, &count, binding, Int32(binding.count)))
        let plaintext = unsafe Secret(count: ciphertext.count) {
            let start = unsafe $0.baseAddress?.assumingMemoryBound(to: UInt8.self)
            unsafe mustSucceed(EVP_DecryptUpdate(context, start, &count, ciphertext, Int32(ciphertext.count)))
        }
        guard unsafe EVP_DecryptFinal_ex(context, nil, &count) == 1 else { return nil }
        return plaintext
    }
}

/// A cipher of libcrypto, looked up once. It may be shared because it is never changed afterwards.
@safe private struct Cipher: @unchecked Sendable {
    static let aes256GCM = Cipher("AES-256-GCM")

    let pointer: OpaquePointer

    /// The corresponding C function is `EVP_CIPHER_fetch`.
    private init(_ name: String) {
        guard let pointer = unsafe EVP_CIPHER_fetch(nil, name, nil) else { fatalError("libcrypto has no \(name)") }
        unsafe self.pointer = pointer
    }
}
