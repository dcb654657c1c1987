private import COpenSSL

/// The SHA-256 hash of `bytes` (FIPS 180-4).
public func sha256(_ bytes: [UInt8]) -> [UInt8] {
    Digest.sha256.hash(bytes)
}

/// A hash function of libcrypto, looked up once: looking it up costs more than hashing a token.
///
/// It may be shared because what `EVP_MD_fetch` returns is never changed afterwards.
@safe struct Digest: @unchecked Sendable {
    static let sha256 = Digest("SHA256", count: 32)

    private let algorithm: OpaquePointer
    private let count: Int

    /// The corresponding C function is `EVP_MD_fetch`.
    private init(_ name: String, count: Int) {
        guard let algorithm = unsafe EVP_MD_fetch(nil, name, nil) else { fatalError("libcrypto has no \(name)") }
        unsafe self.algorithm = algorithm
        self.count = count
    }

    /// The corresponding C function is `EVP_Digest`.
    func hash(_ bytes: [UInt8]) -> [UInt8] {
        unsafe withUnsafeTemporaryAllocation(of: UInt8.self, capacity: count) { hash in
            unsafe mustSucceed(EVP_Digest(bytes, bytes.count, hash.baseAddress, nil, algorithm, nil))
            return unsafe Array(hash)
        }
    }
}
