import COpenSSL

/// Keys made from a key (RFC 5869).
enum HKDF {
    /// Fills `derived` with the key that `key` yields for `information`, by HKDF-SHA-256 without a salt.
    ///
    /// The corresponding C function is `EVP_KDF_derive`.
    @unsafe static func sha256(
        from key: UnsafeRawBufferPointer, for information: [UInt8], into derived: UnsafeMutableRawBufferPointer
    ) {
        let algorithm = unsafe EVP_KDF_fetch(nil, "HKDF", nil)
        let context = unsafe EVP_KDF_CTX_new(algorithm)
        defer {
            unsafe EVP_KDF_CTX_free(context)
            unsafe EVP_KDF_free(algorithm)
        }
        unsafe information.withUnsafeBytes { information in
            let parameters = unsafe [
                OSSL_PARAM.text("digest", "SHA256"), .bytes("key", key), .bytes("info", information),
                OSSL_PARAM_construct_end(),
            ]
            let start = unsafe derived.baseAddress?.assumingMemoryBound(to: UInt8.self)
            unsafe mustSucceed(EVP_KDF_derive(context, start, derived.count, parameters))
        }
    }
}
