import Glibc

/// The socket where systemd hears from its services.
final class ServiceManagerSocket {
    private let descriptor: Int32

    init(at path: String) throws(SocketAddress.Refusal) {
        descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        var patience = timeval(tv_sec: 60, tv_usec: 0)
        unsafe setsockopt(
            descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        try unsafe SocketAddress.use(path) { unsafe bind(descriptor, $0, $1) }
    }

    deinit { close(descriptor) }

    /// The next message; it is waited for.
    func message() -> String {
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: 256) { buffer, count in
            count = unsafe max(0, recv(descriptor, buffer.baseAddress, buffer.count, 0))
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
