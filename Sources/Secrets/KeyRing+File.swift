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
    static func create(at path: String) throws(KeyRingError) {
        try write(newText(), to: path)
        guard synchronizeFolder(of: path) else {
            let reason = KeyRingError.Reason.unusable(errno: errno)
            unsafe unlink(path)
            throw KeyRingError(path: path, reason: reason)
        }
    }

    /// Puts `text` in place of what the file held: a reader finds the one or the other whole, and a power cut leaves one
    /// of them. The owner stays the same, who may not be whoever runs this.
    ///
    /// The corresponding C functions are `stat`, `realpath` and `rename`.
    static func replace(_ path: String, with text: borrowing Secret) throws(KeyRingError) {
        var status = stat()
        guard unsafe stat(path, &status) == 0, let place = unsafe realpath(path, nil) else {
            throw KeyRingError(path: path, reason: .unusable(errno: errno))
        }
        // Where the path is a link, what it leads to is replaced.
        let path = unsafe String(cString: place)
        unsafe free(place)
        let new = path + ".new"
        unsafe unlink(new)
        try write(text, to: new, owner: status.st_uid, group: status.st_gid)
        guard unsafe rename(new, path) == 0, synchronizeFolder(of: path) else {
            let reason = KeyRingError.Reason.unusable(errno: errno)
            unsafe unlink(new)
            throw KeyRingError(path: path, reason: reason)
        }
    }

    /// The corresponding C functions are `open`, `write`, `fchown`, `fchmod` and `fsync`.
    private static func write(
        _ text: borrowing Secret, to path: String, owner: uid_t = geteuid(), group: gid_t = getegid()
    ) throws(KeyRingError) {
        let file = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o400)
        guard file >= 0 else {
            throw KeyRingError(path: path, reason: errno == EEXIST ? .exists : .unusable(errno: errno))
        }
        let isWritten = text.withSpan { text in
            unsafe text.withUnsafeBytes { unsafe Glibc.write(file, $0.baseAddress, $0.count) == $0.count }
        }
        let isKept = isWritten && fchown(file, owner, group) == 0 && fchmod(file, 0o400) == 0 && fsync(file) == 0
        let reason = KeyRingError.Reason.unusable(errno: errno)
        close(file)
        guard isKept else {
            unsafe unlink(path)
            throw KeyRingError(path: path, reason: reason)
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
