private import CLinux
private import Glibc

/// The descriptors of which a worker waits for the next that has something to read.
///
/// They are reported for as long as that is so, in turn.
struct Readiness: ~Copyable {
    private let descriptor: Int32

    /// The corresponding C function is `epoll_create1`.
    init() throws(SystemError) {
        descriptor = epoll_create1(Int32(EPOLL_CLOEXEC))
        guard descriptor >= 0 else { throw SystemError("epoll_create1") }
    }

    deinit { close(descriptor) }

    func watch(_ other: Int32) throws(SystemError) {
        try add(other, EPOLLIN.rawValue)
    }

    /// Watches a descriptor that other processes watch too: one of them is woken, not all.
    func watchShared(_ other: Int32) throws(SystemError) {
        try add(other, EPOLLIN.rawValue | EPOLLEXCLUSIVE.rawValue)
    }

    func forget(_ other: Int32) {
        epoll_ctl(descriptor, EPOLL_CTL_DEL, other, nil)
    }

    /// The next descriptor to read from, or nothing if there is none within `patience`.
    /// The corresponding C function is `epoll_wait`.
    func next(within patience: Duration?) -> Int32? {
        var event = unsafe epoll_event()
        let milliseconds = patience.map { Int32(($0 / .milliseconds(1)).rounded(.up)) } ?? -1
        while true {
            let count = unsafe epoll_wait(descriptor, &event, 1, milliseconds)
            if count == 1 { return unsafe event.data.fd }
            if count == 0 || errno != EINTR { return nil }
        }
    }

    private func add(_ other: Int32, _ events: UInt32) throws(SystemError) {
        var event = unsafe epoll_event(events: events, data: epoll_data_t(fd: other))
        guard unsafe epoll_ctl(descriptor, EPOLL_CTL_ADD, other, &event) == 0 else { throw SystemError("epoll_ctl") }
    }
}
