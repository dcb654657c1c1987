private import CLinux
private import Glibc

/// Signals that a process waits for, so that none of its code runs at an arbitrary moment.
public struct Signals: ~Copyable {
    let descriptor: Int32

    /// Withholds the signals from the process until it asks for them.
    /// The corresponding C functions are `sigprocmask` and `signalfd`.
    public init(_ numbers: [Int32]) throws(SystemError) {
        var set = sigset_t()
        unsafe sigemptyset(&set)
        for number in numbers {
            // A signal that is ignored, as one may be from birth, would never be seen.
            signal(number, SIG_DFL)
            unsafe sigaddset(&set, number)
        }
        unsafe sigprocmask(SIG_BLOCK, &set, nil)
        descriptor = unsafe signalfd(-1, &set, Int32(SFD_CLOEXEC | SFD_NONBLOCK))
        guard descriptor >= 0 else { throw SystemError("signalfd") }
    }

    deinit { close(descriptor) }

    /// The number of the signal that comes next, or nothing if none comes in time.
    public func next(within patience: Duration) -> Int32? {
        var event = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        let milliseconds = (patience / .milliseconds(1)).rounded(.up)
        guard unsafe poll(&event, 1, Int32(max(0, milliseconds))) == 1 else { return nil }
        var signal = signalfd_siginfo()
        let size = MemoryLayout<signalfd_siginfo>.size
        guard unsafe read(descriptor, &signal, size) == size else { return nil }
        return Int32(signal.ssi_signo)
    }
}
