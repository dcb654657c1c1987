private import CArgon2

/// The slow hash of passwords (RFC 9106), with one lane: a second one would start a thread.
enum Argon2id {
    static let tagCount = 32

    /// The tag, which erases itself: without the key that goes over it next, it could be guessed at.
    ///
    /// The corresponding C function is `argon2id_hash_raw`.
    static func tag(of message: [UInt8], salt: [UInt8], cost: PasswordHash.Cost) -> Secret {
        unsafe Secret(count: tagCount) { tag in
            let status = unsafe argon2id_hash_raw(
                UInt32(cost.passes), UInt32(cost.memory), 1, message, message.count, salt, salt.count,
                tag.baseAddress, tag.count)
            guard status == ARGON2_OK.rawValue else { fatalError("Argon2id failed with status \(status)") }
        }
    }
}
