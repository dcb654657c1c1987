private import COpenSSL

/// Bytes that cannot be copied, printed or compared, and that erase themselves.
@safe public struct Secret: ~Copyable {
    private let storage: UnsafeMutableRawBufferPointer

    /// Keeps a copy of `bytes`; the caller's own remain.
    public init(copying bytes: some Collection<UInt8>) {
        unsafe self.init(count: bytes.count) { unsafe $0.copyBytes(from: bytes) }
    }

    /// Bytes that nobody can guess, from the system's generator.
    public static func random(count: Int) -> Secret {
        unsafe Secret(count: count) { unsafe fillWithPrivateRandomness($0) }
    }

    /// Zeros, which `fill` replaces in place, so that no other copy needs to exist.
    @unsafe init<Failure: Error>(
        count: Int, fill: (UnsafeMutableRawBufferPointer) throws(Failure) -> Void
    ) throws(Failure) {
        let storage = UnsafeMutableRawBufferPointer.allocate(byteCount: count, alignment: 1)
        unsafe storage.initializeMemory(as: UInt8.self, repeating: 0)
        unsafe self.storage = storage
        try unsafe fill(storage)
    }

    /// The corresponding C function is `OPENSSL_cleanse`.
    deinit {
        unsafe OPENSSL_cleanse(storage.baseAddress, storage.count)
        unsafe storage.deallocate()
    }

    public var count: Int { unsafe storage.count }

    /// Lends the bytes to `body`, and to nobody else.
    public borrowing func withSpan<Result: ~Copyable, Failure: Error>(
        _ body: (Span<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try unsafe body(Span(_unsafeElements: UnsafeBufferPointer(storage.bindMemory(to: UInt8.self))))
    }
}
