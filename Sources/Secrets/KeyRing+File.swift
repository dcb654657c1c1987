private import Glibc

extension KeyRing {
    /// More than any key ring holds; a file beyond it is another one.
    private static let largest = 65_536

    /// The whole file, if its owner alone can read it.
    ///
    /// The corresponding C functions are `open`, `fstat` and `read`.
    static func read(_ path: String) throws(KeyRingError) -> Secret {
        let file = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else {
            throw KeyRingError(path: path, reason: errno == ENOENT ? .missing : .unusable(errno: errno))
        }
        defer { close(file) }
        var status = stat()
        guard unsafe fstat(file, &status) == 0 else { throw KeyRingError(path: path, reason: .unusable(errno: errno)) }
        guard status.st_mode & S_IFMT == S_IFREG, status.st_size <= largest else {
            throw KeyRingError(path: path, reason: .unusable(errno: EINVAL))
        }
        guard status.st_mode & 0o077 == 0 else {
            throw KeyRingError(path: path, reason: .exposed(mode: status.st_mode & 0o7777))
        }
        return try unsafe Secret(count: Int(status.st_size)) { buffer throws(KeyRingError) in
            guard unsafe Glibc.read(file, buffer.baseAddress, buffer.count) == buffer.count else {
                throw KeyRingError(path: path, reason: .unusable(errno: EIO))
            }
        }
    }

    /// Makes the file with one fresh key, 0400 and safely on the disk, unless it exists.
    ///
    /// The corresponding C functions are `open`, `write` and `fsync`.
    static func create(at path: String) throws(KeyRingError) {
        let file = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o400)
        guard file >= 0 else {
            throw KeyRingError(path: path, reason: errno == EEXIST ? .exists : .unusable(errno: errno))
        }
        let isWritten = firstLine().withSpan { line in
            unsafe line.withUnsafeBytes { unsafe write(file, $0.baseAddress, $0.count) == $0.count }
        }
        let isKept = isWritten && fchmod(file, 0o400) == 0 && fsync(file) == 0 && synchronizeFolder(of: path)
        let reason = KeyRingError.Reason.unusable(errno: errno)
        close(file)
        guard isKept else {
            unsafe unlink(path)
            throw KeyRingError(path: path, reason: reason)
        }
    }

    private static func firstLine() -> Secret {
        let number = Array("1 ".utf8)
        return Secret.random(count: keyCount).withSpan { key in
            unsafe Secret(count: number.count + keyCount * 2 + 1) { line in
                unsafe line.copyBytes(from: number)
                for index in key.indices {
                    unsafe line[number.count + index * 2] = Hexadecimal.digit(key[index] >> 4)
                    unsafe line[number.count + index * 2 + 1] = Hexadecimal.digit(key[index] & 0xF)
                }
                unsafe line[line.count - 1] = UInt8(ascii: "\n")
            }
        }
    }

    /// Makes the folder remember the new file through a power cut.
    private static func synchronizeFolder(of path: String) -> Bool {
        let bytes = Array(path.utf8)
        let slash = bytes.lastIndex(of: UInt8(ascii: "/"))
        let name = slash.map { $0 == 0 ? "/" : String(decoding: bytes[..<$0], as: UTF8.self) } ?? "."
        let folder = unsafe open(name, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { return false }
        defer { close(folder) }
        return fsync(folder) == 0
    }
}
