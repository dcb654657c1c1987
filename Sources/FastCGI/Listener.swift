private import CLinux
private import Glibc

/// The listening socket that a worker is born with, shared with the other workers of its lane.
enum Listener {
    /// The corresponding C constant is `FCGI_LISTENSOCK_FILENO`.
    static let descriptor: Int32 = 0

    /// Makes sure that a worker never waits for a connection that another one took.
    static func prepare() throws(SystemError) {
        var isListening: Int32 = 0
        var size = socklen_t(MemoryLayout<Int32>.size)
        guard unsafe getsockopt(descriptor, SOL_SOCKET, SO_ACCEPTCONN, &isListening, &size) == 0, isListening == 1
        else {
            throw SystemError("descriptor 0 must be a listening socket, as `vestibule serve` opens one", code: ENOTSOCK)
        }
        guard set_nonblocking(descriptor) == 0 else { throw SystemError("fcntl of descriptor 0") }
    }

    /// A new connection, or nothing if another worker was faster or the caller has left.
    /// The corresponding C function is `accept4`.
    static func accept() throws(SystemError) -> Int32? {
        let connection = accept4(descriptor, nil, nil, Int32(SOCK_CLOEXEC.rawValue))
        guard connection >= 0 else {
            if [EAGAIN, EINTR, ECONNABORTED].contains(errno) { return nil }
            throw SystemError("accept4")
        }
        // Whoever stops in the middle of a sentence is given up.
        var patience = timeval(tv_sec: 5, tv_usec: 0)
        let size = socklen_t(MemoryLayout<timeval>.size)
        unsafe setsockopt(connection, SOL_SOCKET, SO_RCVTIMEO, &patience, size)
        unsafe setsockopt(connection, SOL_SOCKET, SO_SNDTIMEO, &patience, size)
        return connection
    }

    /// Whether there is something to read now, or within a millisecond.
    ///
    /// A web server writes right after it has connected. That moment is waited for, so the connection
    /// does not end up in the hands of a worker that then answers another.
    static func speaksAtOnce(_ connection: Int32) -> Bool {
        var event = pollfd(fd: connection, events: Int16(POLLIN), revents: 0)
        return unsafe poll(&event, 1, 1) == 1
    }
}
