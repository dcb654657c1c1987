import COpenSSL

/// Keyed hashes (RFC 2104).
public enum HMAC {
    /// HMAC-SHA-1, as one-time codes use it (RFC 4226).
    public static func sha1(_ message: [UInt8], key: borrowing Secret) -> [UInt8] {
        key.withSpan { KeyedHash.sha1.hash(message.span, key: $0) }
    }

    static func sha256(_ message: Span<UInt8>, key: Span<UInt8>) -> [UInt8] {
        KeyedHash.sha256.hash(message, key: key)
    }

    static func sha384(_ message: Span<UInt8>, key: Span<UInt8>) -> [UInt8] {
        KeyedHash.sha384.hash(message, key: key)
    }
}

/// An HMAC of libcrypto, prepared once: looking the hash function up costs more than a code takes.
///
/// It may be shared because `prepared` is only copied from, never changed.
@safe private struct KeyedHash: @unchecked Sendable {
    static let sha1 = KeyedHash("SHA1", count: 20)
    static let sha256 = KeyedHash("SHA256", count: 32)
    static let sha384 = KeyedHash("SHA384", count: 48)

    private let prepared: OpaquePointer
    private let count: Int

    /// The corresponding C functions are `EVP_MAC_fetch`, `EVP_MAC_CTX_new` and `EVP_MAC_init`.
    private init(_ digest: StaticString, count: Int) {
        let parameters = unsafe [OSSL_PARAM.text("digest", digest), OSSL_PARAM_construct_end()]
        // A context can be copied only once it has a key; every use brings its own.
        let placeholder: [UInt8] = [0]
        guard let algorithm = unsafe EVP_MAC_fetch(nil, "HMAC", nil),
            let prepared = unsafe EVP_MAC_CTX_new(algorithm),
            unsafe EVP_MAC_init(prepared, placeholder, placeholder.count, parameters) == 1
        else { fatalError("libcrypto has no HMAC with \(digest)") }
        unsafe self.prepared = prepared
        self.count = count
    }

    /// The corresponding C functions are `EVP_MAC_CTX_dup`, `EVP_MAC_init`, `EVP_MAC_update` and `EVP_MAC_final`.
    func hash(_ message: Span<UInt8>, key: Span<UInt8>) -> [UInt8] {
        precondition(!key.isEmpty, "an empty key protects nothing")
        let context = unsafe EVP_MAC_CTX_dup(prepared)
        defer { unsafe EVP_MAC_CTX_free(context) }
        var hash = [UInt8](repeating: 0, count: count)
        unsafe key.withUnsafeBufferPointer {
            unsafe mustSucceed(EVP_MAC_init(context, $0.baseAddress, $0.count, nil))
        }
        unsafe message.withUnsafeBufferPointer {
            unsafe mustSucceed(EVP_MAC_update(context, $0.baseAddress, $0.count))
        }
        unsafe mustSucceed(EVP_MAC_final(context, &hash, nil, hash.count))
        return hash
    }
}
