import Glibc

/// The address of a Unix socket.
enum SocketAddress {
    /// Why the system did not do what it was asked.
    struct Refusal: Error, Equatable { let code: Int32 }

    /// Lends the address of the socket at `path` to a call that answers 0 if all is well.
    static func use(_ path: String, _ call: (UnsafePointer<sockaddr>, socklen_t) -> Int32) throws(Refusal) {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        unsafe withUnsafeMutableBytes(of: &address.sun_path) { unsafe $0.copyBytes(from: path.utf8) }
        let size = socklen_t(MemoryLayout<sockaddr_un>.size)
        let result = unsafe withUnsafePointer(to: &address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { unsafe call($0, size) }
        }
        guard result == 0 else { throw Refusal(code: errno) }
    }
}
