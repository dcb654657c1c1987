/// What the supervisor has to tell, for the log.
public enum PoolEvent: Equatable, Sendable {
    /// Every lane has its workers, and all of them accept connections.
    case ready
    case restarting
    case stopping

    /// `process` is the name of a lane, or `housekeeper`.
    case started(process: String, id: Int32)
    /// `replacedIn` is nothing where the process was told to end.
    case ended(process: String, id: Int32, Ending, replacedIn: Duration?)
    case couldNotStart(process: String, SystemError, retriedIn: Duration)
    /// A worker that had one request in its hands for too long is killed.
    case hung(process: String, id: Int32, busyFor: Duration)
    /// A worker that somebody stopped (SIGSTOP) is killed.
    case stopped(process: String, id: Int32)
    /// A process that was to end did not end in time and is killed.
    case killed(process: String, id: Int32)
}

/// How a process ended.
public enum Ending: Equatable, Sendable, CustomStringConvertible {
    case exited(status: Int32)
    case signalled(Int32)

    /// Reads what `waitpid` says. The corresponding C macros are `WIFEXITED`, `WEXITSTATUS` and `WTERMSIG`.
    init(waitStatus: Int32) {
        let signal = waitStatus & 0x7F
        self = signal == 0 ? .exited(status: waitStatus >> 8 & 0xFF) : .signalled(signal)
    }

    var isSignal: Bool {
        if case .signalled = self { true } else { false }
    }

    public var description: String {
        switch self {
        case .exited(let status): "exit status \(status)"
        case .signalled(let signal): "signal \(signal)"
        }
    }
}
