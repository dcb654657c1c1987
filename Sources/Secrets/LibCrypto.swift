import COpenSSL

/// Ends the process where libcrypto could not do its work: nothing that follows could be trusted.
func mustSucceed(_ status: Int32) {
    guard status == 1 else { fatalError("libcrypto failed") }
}

/// Parameters of libcrypto keep pointers to their names and values; those of a `StaticString` stay where they are.
extension OSSL_PARAM {
    /// The corresponding C function is `OSSL_PARAM_construct_utf8_string`.
    @unsafe static func text(_ name: StaticString, _ value: StaticString) -> OSSL_PARAM {
        unsafe OSSL_PARAM_construct_utf8_string(
            characters(of: name), UnsafeMutablePointer(mutating: characters(of: value)), value.utf8CodeUnitCount)
    }

    /// `value` must outlive the parameter. The corresponding C function is `OSSL_PARAM_construct_octet_string`.
    @unsafe static func bytes(_ name: StaticString, _ value: UnsafeRawBufferPointer) -> OSSL_PARAM {
        unsafe OSSL_PARAM_construct_octet_string(
            characters(of: name), UnsafeMutableRawPointer(mutating: value.baseAddress), value.count)
    }

    @unsafe private static func characters(of text: StaticString) -> UnsafePointer<CChar> {
        unsafe UnsafeRawPointer(text.utf8Start).assumingMemoryBound(to: CChar.self)
    }
}
