private import CLinux
private import Glibc

/// The program that the pool's processes run, and the environment that they get: this and no more.
struct Program {
    let path: String
    let environment: [String: String]

    /// Starts it with `listener` as descriptor 0 (or nothing to read) and `page` as descriptor 3.
    /// The corresponding C function is `posix_spawn`.
    ///
    /// Each process leads a session of its own: the kernel shares the processor between sessions, and
    /// what is typed at the supervisor's terminal reaches the supervisor alone.
    func start(_ arguments: [String], listener: Int32?, page: Int32) throws(SystemError) -> Int32 {
        var actions = unsafe posix_spawn_file_actions_t()
        unsafe posix_spawn_file_actions_init(&actions)
        defer { unsafe posix_spawn_file_actions_destroy(&actions) }
        if let listener {
            unsafe posix_spawn_file_actions_adddup2(&actions, listener, 0)
        } else {
            unsafe posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        }
        unsafe posix_spawn_file_actions_adddup2(&actions, page, StatusPage.inheritedDescriptor)
        unsafe posix_spawn_file_actions_addclosefrom_np(&actions, StatusPage.inheritedDescriptor + 1)

        let argv = unsafe ([CommandLine.arguments[0]] + arguments).map { unsafe strdup($0) }
        let envp = unsafe environment.map { unsafe strdup("\($0.key)=\($0.value)") }
        defer { unsafe (argv + envp).forEach { unsafe free($0) } }
        var id: pid_t = 0
        let code = unsafe withFreshSignals(flags: SPAWN_SETSID) { attributes in
            unsafe posix_spawn(&id, path, &actions, attributes, argv + [nil], envp + [nil])
        }
        guard code == 0 else { throw SystemError("posix_spawn of \(path)", code: code) }
        return id
    }
}
