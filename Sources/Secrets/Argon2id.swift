private import CArgon2

/// The slow hash of passwords (RFC 9106), in the thread of whoever asks, however many lanes it has.
enum Argon2id {
    static let tagCount = 32

    /// The tag, which erases itself: without the key that goes over it next, it could be guessed at.
    ///
    /// The corresponding C function is `argon2id_ctx`.
    static func tag(of message: [UInt8], salt: [UInt8], cost: PasswordHash.Cost, lanes: Int = 1) -> Secret {
        unsafe Secret(count: tagCount) { tag in
            unsafe message.withUnsafeBufferPointer { message in
                unsafe salt.withUnsafeBufferPointer { salt in
                    var context = unsafe argon2_context()
                    unsafe context.out = tag.baseAddress!.assumingMemoryBound(to: UInt8.self)
                    unsafe context.outlen = UInt32(tag.count)
                    unsafe context.pwd = UnsafeMutablePointer(mutating: message.baseAddress)
                    unsafe context.pwdlen = UInt32(message.count)
                    unsafe context.salt = UnsafeMutablePointer(mutating: salt.baseAddress)
                    unsafe context.saltlen = UInt32(salt.count)
                    unsafe context.t_cost = UInt32(cost.passes)
                    unsafe context.m_cost = UInt32(cost.memory)
                    unsafe context.lanes = UInt32(lanes)
                    unsafe context.threads = 1
                    unsafe context.version = ARGON2_VERSION_13.rawValue
                    let status = unsafe argon2id_ctx(&context)
                    guard status == ARGON2_OK.rawValue else { fatalError("Argon2id failed with status \(status)") }
                }
            }
        }
    }
}
