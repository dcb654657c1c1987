private import CLinux
private import Glibc

/// This program once more, in a process beside the one at hand, which does not wait for it.
public struct Errand: ~Copyable {
    private let id: pid_t
    private let deadline: Tick

    /// Sends it with `arguments`. What it prints is lost; its log goes where that of this process goes.
    /// The corresponding C function is `posix_spawn`.
    public init(_ arguments: [String], within limit: Duration) throws(SystemError) {
        var actions = unsafe posix_spawn_file_actions_t()
        unsafe posix_spawn_file_actions_init(&actions)
        defer { unsafe posix_spawn_file_actions_destroy(&actions) }
        unsafe posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        unsafe posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
        unsafe posix_spawn_file_actions_addclosefrom_np(&actions, STDERR_FILENO + 1)
        let argv = unsafe ([CommandLine.arguments[0]] + arguments).map { unsafe strdup($0) }
        defer { unsafe argv.forEach { unsafe free($0) } }
        var id: pid_t = 0
        let code = unsafe withFreshSignals { attributes in
            unsafe posix_spawn(&id, "/proc/self/exe", &actions, attributes, argv + [nil], environ)
        }
        guard code == 0 else { throw SystemError("posix_spawn of \(arguments.joined(separator: " "))", code: code) }
        self.id = id
        deadline = .now + limit
    }

    /// Whether it has ended. One that takes too long is killed, and has ended by the next time.
    /// The corresponding C function is `waitpid`.
    public borrowing func isOver() -> Bool {
        var status: Int32 = 0
        if unsafe waitpid(id, &status, WNOHANG) == id { return true }
        if deadline < .now { kill(id, SIGKILL) }
        return false
    }

    /// Ends this process, which is on an errand, when whoever sent it ends.
    /// The corresponding C constant is `PR_SET_PDEATHSIG`.
    public static func endWithSender() { _ = set_parent_death_signal(SIGTERM) }
}
