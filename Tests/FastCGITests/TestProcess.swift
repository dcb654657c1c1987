@testable import FastCGI
import Glibc
import Testing

/// A process of `PoolTestWorker` in a folder of its own. Both are gone at the end of the test.
final class TestProcess {
    let id: Int32
    let folder: String
    var socket: String { folder + "/run/test.sock" }

    /// Starts a pool of `workers` and waits until it is ready.
    static func pool(workers: Int = 1, backlog: Int = 64, hungAfter: Int = 15) throws -> TestProcess {
        let pool = try TestProcess(in: newFolder(), ["pool", "\(workers)", "\(backlog)", "\(hungAfter)", "worker"])
        try pool.waits { pool.printed.contains("ready") }
        return pool
    }

    /// Starts a worker on a socket that is there already, as `spawn-fcgi` would: without a supervisor.
    static func worker(_ kind: String = "worker") throws -> TestProcess {
        let folder = newFolder()
        let listener = try UnixSocket.listen(at: folder + "/run/test.sock", backlog: 64)
        defer { close(listener) }
        return try TestProcess(in: folder, [kind], listener: listener)
    }

    static func newFolder() -> String {
        var template = Array("/tmp/fastcgi-tests.XXXXXX".utf8CString)
        return unsafe String(cString: mkdtemp(&template))
    }

    init(in folder: String, _ arguments: [String], listener: Int32 = 0) throws {
        self.folder = folder
        var actions = unsafe posix_spawn_file_actions_t()
        unsafe posix_spawn_file_actions_init(&actions)
        defer { unsafe posix_spawn_file_actions_destroy(&actions) }
        unsafe posix_spawn_file_actions_adddup2(&actions, listener, 0)
        unsafe posix_spawn_file_actions_addopen(
            &actions, 1, folder + "/printed", O_WRONLY | O_CREAT | O_APPEND, 0o600)
        unsafe posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        let tests = CommandLine.arguments[0]
        let program = String(tests[..<tests.lastIndex(of: "/")!]) + "/PoolTestWorker"
        let arguments = arguments.first == "pool" ? ["pool", folder] + arguments.dropFirst() : arguments
        let argv = unsafe ([program] + arguments).map { unsafe strdup($0) }
        let environment = ["SECRET=known to the supervisor alone", "NOTIFY_SOCKET=" + folder + "/notify"]
        let envp = unsafe environment.map { unsafe strdup($0) }
        defer { unsafe (argv + envp).forEach { unsafe free($0) } }
        var id: pid_t = 0
        let code = unsafe posix_spawn(&id, program, &actions, nil, argv + [nil], envp + [nil])
        self.id = id
        guard code == 0 else { throw SystemError("posix_spawn of \(program)", code: code) }
    }

    deinit {
        kill(id, SIGKILL)
        waitpid(id, nil, 0)
        for file in ["/run/test.sock", "/run", "/pool.pid", "/printed", "/notify", ""] { unsafe remove(folder + file) }
    }

    /// What it and its children have printed so far.
    var printed: String { contents(of: folder + "/printed") }

    /// Waits until it has ended by itself, and says with which status.
    func waitsForEnd() throws -> Int32 {
        var end = unsafe siginfo_t()
        // It is not buried yet, so its number still belongs to it.
        try waits { unsafe waitid(P_PID, id_t(id), &end, WEXITED | WNOHANG | WNOWAIT) == 0 && end.si_code != 0 }
        return unsafe end._sifields._sigchld.si_status
    }

    /// Waits until `condition` holds, for as long as the slowest machine could need.
    func waits(until condition: () throws -> Bool) throws {
        for _ in 0..<6000 {
            if try condition() { return }
            usleep(10_000)
        }
        Issue.record("this never happened; the processes printed:\n\(printed)")
        throw NeverHappened()
    }

    struct NeverHappened: Error {}

    /// Opens a connection, asks for `path` and returns the answer, or nothing if there is none.
    func get(_ path: String) throws -> Answer? {
        let connection = try WebServerConnection(to: socket)
        connection.send(Records.get(path))
        return connection.answer()
    }

    /// The process that answers.
    func worker() throws -> Int32 {
        let answer = try #require(try get("/"))
        return try #require(Int32(answer.body))
    }
}

func contents(of path: String) -> String {
    let file = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return "" }
    defer { close(file) }
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: 1 << 20) { buffer, count in
        count = unsafe max(0, read(file, buffer.baseAddress, buffer.count))
    }
    return String(decoding: bytes, as: UTF8.self)
}

/// The permissions of a file, as `chmod` has them.
func mode(of path: String) -> UInt32 {
    var status = stat()
    unsafe stat(path, &status)
    return status.st_mode & 0o7777
}
