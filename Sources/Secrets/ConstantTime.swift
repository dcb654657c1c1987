private import COpenSSL

/// Whether two byte strings are the same, found out in a time that does not tell where they differ.
///
/// Their lengths are no secret. The corresponding C function is `CRYPTO_memcmp`.
public func isEqualInConstantTime(_ one: some Collection<UInt8>, _ other: some Collection<UInt8>) -> Bool {
    let one = Array(one)
    let other = Array(other)
    guard one.count == other.count else { return false }
    return unsafe CRYPTO_memcmp(one, other, one.count) == 0
}
