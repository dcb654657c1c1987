private import Glibc

/// Which processes come first where the processor is short (sched(7)).
public enum Niceness {
    /// Has this process step back behind those of the ordinary niceness, at about a third of their share.
    /// The corresponding C function is `setpriority`.
    ///
    /// Where the kernel groups processes by their sessions, it shares between the groups, by a niceness of theirs. The whole
    /// machine may change one of those in a tenth of a second, root aside, so that workers which start together try again.
    public static func stepBack() {
        setpriority(Int32(PRIO_PROCESS.rawValue), 0, niceness)
        let group = unsafe open("/proc/self/autogroup", O_WRONLY | O_CLOEXEC)
        guard group >= 0 else { return }
        defer { close(group) }
        let text = Array("\(niceness)".utf8)
        var attempts = 0
        while unsafe write(group, text, text.count) < 0, errno == EAGAIN, attempts < 20 {
            attempts += 1
            usleep(100_000)
        }
    }

    private static let niceness: Int32 = 5
}
