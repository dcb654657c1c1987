private import CLinux
private import Glibc

/// The descriptors of which a worker waits for the next that has something to read.
///
/// They are reported for as long as that is so, in turn.
struct Readiness: ~Copyable {
    private let descriptor: Int32
    /// What one look at them has found and is still to be reported, the next one last.
    private var found: [Int32] = []

    /// How many one look finds at most. Whoever is busy then looks for several requests at once.
    private static let most = Worker.most

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

    mutating func forget(_ other: Int32) {
        epoll_ctl(descriptor, EPOLL_CTL_DEL, other, nil)
        found.removeAll { $0 == other }
    }

    /// The next descriptor to read from, or nothing if there is none within `patience`.
    mutating func next(within patience: Duration?) -> Int32? {
        if found.isEmpty { look(for: patience) }
        return found.popLast()
    }

    /// Those that have been found already and come next, `most` of them at most, up to one of `others`.
    mutating func found(upTo most: Int, besides others: [Int32]) -> [Int32] {
        let next = Array(found.reversed().prefix(most).prefix { !others.contains($0) })
        found.removeLast(next.count)
        return next
    }

    /// The corresponding C function is `epoll_wait`.
    private mutating func look(for patience: Duration?) {
        let milliseconds = patience.map { Int32(($0 / .milliseconds(1)).rounded(.up)) } ?? -1
        unsafe withUnsafeTemporaryAllocation(of: epoll_event.self, capacity: Readiness.most) { events in
            var count: Int32
            repeat {
                count = unsafe epoll_wait(descriptor, events.baseAddress, Int32(Readiness.most), milliseconds)
            } while count < 0 && errno == EINTR
            for index in stride(from: Int(count) - 1, through: 0, by: -1) { unsafe found.append(events[index].data.fd) }
        }
    }

    private func add(_ other: Int32, _ events: UInt32) throws(SystemError) {
        var event = unsafe epoll_event(events: events, data: epoll_data_t(fd: other))
        guard unsafe epoll_ctl(descriptor, EPOLL_CTL_ADD, other, &event) == 0 else { throw SystemError("epoll_ctl") }
    }
}
