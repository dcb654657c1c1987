private import CLinux
private import Glibc

/// Another program, run to its end.
public struct Subprocess {
    /// 0 if it did what it was told to.
    public let status: Int32
    /// What it wrote, to standard output and standard error alike.
    public let output: [UInt8]

    /// Runs `program`, which is looked for as a shell would, and waits for it.
    /// The corresponding C functions are `memfd_create`, `posix_spawnp` and `waitpid`.
    public static func run(_ program: String, _ arguments: [String]) throws(SystemError) -> Subprocess {
        let file = unsafe memfd_create("output", closeOnExec)
        guard file >= 0 else { throw SystemError("memfd_create") }
        defer { close(file) }
        let id = try start(program, arguments, output: file)
        var status: Int32 = 0
        while unsafe waitpid(id, &status, 0) < 0, errno == EINTR {}
        return Subprocess(status: status, output: TextFile.bytes(of: "/proc/self/fd/\(file)") ?? [])
    }

    /// `MFD_CLOEXEC`, which Swift does not import.
    private static let closeOnExec: UInt32 = 1

    private static func start(_ program: String, _ arguments: [String], output: Int32) throws(SystemError) -> pid_t {
        var actions = unsafe posix_spawn_file_actions_t()
        unsafe posix_spawn_file_actions_init(&actions)
        defer { unsafe posix_spawn_file_actions_destroy(&actions) }
        unsafe posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        unsafe posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
        unsafe posix_spawn_file_actions_adddup2(&actions, output, STDERR_FILENO)
        let argv = unsafe ([program] + arguments).map { unsafe strdup($0) }
        defer { unsafe argv.forEach { unsafe free($0) } }
        var id: pid_t = 0
        let code = unsafe posix_spawnp(&id, program, &actions, nil, argv + [nil], environ)
        guard code == 0 else { throw SystemError("posix_spawnp of \(program)", code: code) }
        return id
    }
}
