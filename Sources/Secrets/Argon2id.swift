private import CArgon2
private import Glibc

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
                    unsafe context.allocate_cbk = takeMemory
                    unsafe context.free_cbk = giveMemoryBack
                    let status = unsafe argon2id_ctx(&context)
                    guard status == ARGON2_OK.rawValue else { fatalError("Argon2id failed with status \(status)") }
                }
            }
        }
    }
}

/// Takes the memory in huge pages, where the kernel has them: Argon2id goes through it in no order, and a processor that
/// looks up fewer pages needs a fifth less time.
///
/// The corresponding C functions are `posix_memalign` and `madvise`.
private func takeMemory(_ memory: UnsafeMutablePointer<UnsafeMutablePointer<UInt8>?>?, _ count: Int) -> CInt {
    let hugePage = 2 << 20
    var start: UnsafeMutableRawPointer?
    guard unsafe posix_memalign(&start, hugePage, count) == 0 else { return ARGON2_MEMORY_ALLOCATION_ERROR.rawValue }
    unsafe madvise(start, count, MADV_HUGEPAGE)
    unsafe memory?.pointee = unsafe start?.assumingMemoryBound(to: UInt8.self)
    return ARGON2_OK.rawValue
}

/// Gives back what libargon2 has erased.
private func giveMemoryBack(_ memory: UnsafeMutablePointer<UInt8>?, _ count: Int) {
    unsafe free(memory)
}
