private import CLinux
private import Glibc

/// The Unix sockets of the pool: who can open one can claim to be the web server, so the file and
/// its folder are open to the owner and the group alone.
enum UnixSocket {
    /// Makes the socket of a lane. One that was left behind is replaced, one that answers is not.
    static func listen(at path: String, backlog: Int32) throws(PoolError) -> Int32 {
        try makeFolder(String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)]))
        try removeLeftover(path)
        let descriptor = socket(AF_UNIX, type | Int32(SOCK_NONBLOCK.rawValue), 0)
        guard descriptor >= 0 else { throw .system(SystemError("socket")) }
        // A socket's mode is set by the umask alone, at the moment when it appears.
        let previous = umask(0o117)
        defer { umask(previous) }
        guard unsafe try address(path, { unsafe bind(descriptor, $0, $1) }) == 0 else {
            throw .system(SystemError("bind to \(path)"))
        }
        guard Glibc.listen(descriptor, backlog) == 0 else { throw .system(SystemError("listen on \(path)")) }
        return descriptor
    }

    /// Sends one message to the socket at `path`, without waiting. `@` begins a name that is no file.
    static func send(_ message: String, to path: String) {
        let descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { return }
        defer { close(descriptor) }
        let bytes = Array(message.utf8)
        _ = unsafe try? address(path) {
            Int32(truncatingIfNeeded: unsafe sendto(descriptor, bytes, bytes.count, Int32(MSG_DONTWAIT), $0, $1))
        }
    }

    private static let type = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)

    private static func makeFolder(_ path: String) throws(PoolError) {
        let previous = umask(0)
        defer { umask(previous) }
        guard unsafe mkdir(path, 0o750) == 0 || errno == EEXIST else { throw .system(SystemError("mkdir \(path)")) }
        var status = stat()
        guard unsafe stat(path, &status) == 0 else { throw .system(SystemError("stat \(path)")) }
        guard status.st_mode & S_IFMT == S_IFDIR, status.st_mode & 0o027 == 0 else { throw .folderIsOpen(path) }
    }

    private static func removeLeftover(_ path: String) throws(PoolError) {
        var status = stat()
        guard unsafe lstat(path, &status) == 0 else { return }
        guard status.st_mode & S_IFMT == S_IFSOCK else { throw .notASocket(path) }
        // Without waiting: a socket whose queue is full answers EAGAIN, and is in use.
        let descriptor = socket(AF_UNIX, type | Int32(SOCK_NONBLOCK.rawValue), 0)
        guard descriptor >= 0 else { throw .system(SystemError("socket")) }
        defer { close(descriptor) }
        let answers = unsafe try address(path) { unsafe connect(descriptor, $0, $1) } == 0 || errno == EAGAIN
        guard !answers else { throw .alreadyRunning(path) }
        guard unsafe unlink(path) == 0 else { throw .system(SystemError("unlink \(path)")) }
    }

    private static func address(
        _ path: String, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32
    ) throws(PoolError) -> Int32 {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let name = path.utf8.first == UInt8(ascii: "@") ? [0] + path.utf8.dropFirst() : Array(path.utf8)
        let fits = unsafe withUnsafeMutableBytes(of: &address.sun_path) { place in
            unsafe place.copyBytes(from: name.prefix(place.count))
            return name.count < place.count
        }
        guard fits else { throw .system(SystemError("the path \(path)", code: ENAMETOOLONG)) }
        let isFile = name.first != 0
        let size = MemoryLayout<sockaddr_un>.offset(of: \.sun_path)! + name.count + (isFile ? 1 : 0)
        return unsafe withUnsafePointer(to: &address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { unsafe body($0, socklen_t(size)) }
        }
    }
}
