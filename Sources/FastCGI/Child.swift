private import CLinux
private import Glibc

/// A process that the supervisor started.
struct Child {
    let id: Int32
    /// Its place in the status page; the housekeeper has none.
    let slot: WorkerSlot?
    let bornAt: Tick
    /// Since when it has been seen stopped.
    var stoppedSince: Tick?
    var isToldToEnd = false

    mutating func tellToEnd() {
        isToldToEnd = true
        kill(id, SIGTERM)
    }

    func killAtOnce() { kill(id, SIGKILL) }

    /// Whether somebody stopped it (SIGSTOP): it can neither work nor end by itself.
    var isStopped: Bool {
        let file = unsafe open("/proc/\(id)/stat", O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return false }
        defer { close(file) }
        let text = unsafe [UInt8](unsafeUninitializedCapacity: 512) { buffer, count in
            count = unsafe max(0, read(file, buffer.baseAddress, buffer.count))
        }
        // The state follows the name, which is in brackets and may hold brackets itself.
        guard let end = text.lastIndex(of: UInt8(ascii: ")")), end + 2 < text.count else { return false }
        return text[end + 2] == UInt8(ascii: "T")
    }

    /// The next child that has ended, and how. The corresponding C function is `waitpid`.
    static func bury() -> (id: Int32, Ending)? {
        var status: Int32 = 0
        let id = unsafe waitpid(-1, &status, WNOHANG)
        return id > 0 ? (id, Ending(waitStatus: status)) : nil
    }
}
