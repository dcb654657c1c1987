private import CCrypt

/// The password hashes of Unix systems (crypt(5)).
enum Crypt {
    /// `password` hashed as `setting` says, which the hash begins with; `nil` where libcrypt does not compute it, and
    /// for a zero byte, which no C string holds.
    ///
    /// The corresponding C function is `crypt_rn`, which is `crypt_r` without its tokens for failure.
    static func hash(of password: [UInt8], as setting: [UInt8]) -> [UInt8]? {
        guard !password.contains(0), !setting.contains(0) else { return nil }
        let phrase = unsafe Secret(count: password.count + 1) { unsafe $0.copyBytes(from: password) }
        var hash: [UInt8]?
        _ = unsafe Secret(count: MemoryLayout<crypt_data>.size) { workspace in
            phrase.withSpan { phrase in
                unsafe phrase.withUnsafeBytes { phrase in
                    let text = unsafe crypt_rn(
                        phrase.baseAddress!.assumingMemoryBound(to: CChar.self),
                        setting.map(CChar.init(bitPattern:)) + [0], workspace.baseAddress, Int32(workspace.count))
                    hash = unsafe text.map { unsafe Array(String(cString: $0).utf8) }
                }
            }
        }
        return hash
    }
}
