private import COpenSSL

/// Bytes that nobody can guess and that may be seen: salts, nonces, identifiers.
///
/// The corresponding C function is `RAND_bytes`.
public func randomBytes(_ count: Int) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    unsafe mustSucceed(RAND_bytes(&bytes, Int32(count)))
    return bytes
}

/// Fills `buffer` from the generator kept for what must stay secret.
///
/// The corresponding C function is `RAND_priv_bytes`.
@unsafe func fillWithPrivateRandomness(_ buffer: UnsafeMutableRawBufferPointer) {
    guard let start = buffer.baseAddress else { return }
    let bytes = unsafe start.assumingMemoryBound(to: UInt8.self)
    unsafe mustSucceed(RAND_priv_bytes(bytes, Int32(buffer.count)))
}
