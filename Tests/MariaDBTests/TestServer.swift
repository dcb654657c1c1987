import Glibc
import MariaDB
import Testing

/// Everything that is asked of a real server, one test after the other, because some of them kill it.
@Suite(.serialized) struct `A MariaDB server` {}

/// A server of our own in a folder of its own. A shell holds it, and removes both when this process ends, however it
/// ends.
enum TestServer {
    private static let folder: String = {
        var template = Array("/tmp/vestibule-mariadb-XXXXXX".utf8CString)
        unsafe mkdtemp(&template)
        return unsafe template.withUnsafeBufferPointer { unsafe String(cString: $0.baseAddress!) }
    }()

    /// Obeys a word a line: `start`, `kill`, `stop`, `freeze`, `thaw`, and `crash`, which is a `kill` a little later.
    private nonisolated(unsafe) static let shell = unsafe popen(
        """
        exec 3<&0 </dev/null >\(folder)/log 2>&1
        mariadb-install-db --no-defaults --user=root --datadir=\(folder)/data --skip-test-db \
            --auth-root-authentication-method=socket
        while read -r word <&3; do
            case $word in
            start) mariadbd --no-defaults --user=root --skip-networking --datadir=\(folder)/data \
                --socket=\(folder)/socket --innodb-buffer-pool-size=16M --innodb-log-file-size=8M \
                --character-set-server=latin1 --sql-mode= --transaction-isolation=REPEATABLE-READ 3<&- & ;;
            kill) kill -KILL $!; wait $! ;;
            stop) kill -TERM $!; wait $! ;;
            freeze) kill -STOP $! ;;
            thaw) kill -CONT $! ;;
            crash) sleep 0.2; kill -KILL $!; wait $! ;;
            esac
        done
        kill -KILL $!
        wait $!
        rm -rf \(folder)
        """, "we")

    private static let isStarted: Void = {
        start()
        do {
            try Connection(to: server(database: "mysql")).run("CREATE DATABASE test CHARACTER SET utf8mb4")
        } catch {
            fatalError("\(error)")
        }
    }()

    static func connect() throws -> Connection {
        isStarted
        return try Connection(to: server(database: "test"))
    }

    static func start() {
        tell("start")
        wait { isUp }
    }

    static func kill() {
        tell("kill")
        wait { !isUp }
    }

    static func stop() {
        tell("stop")
        wait { !isUp }
    }

    /// Has the server answer nobody, until it thaws.
    static func freeze() {
        tell("freeze")
        usleep(100_000)
    }

    static func thaw() { tell("thaw") }

    /// Lets the next statement reach a server that will die before it answers.
    static func dieDuringNextStatement() {
        tell("freeze")
        tell("crash")
        usleep(100_000)
    }

    static func server(database: String, user: String = "root", timeout: Int = 3) -> Server {
        Server(socket: folder + "/socket", user: user, password: nil, database: database, timeout: timeout)
    }

    private static var isUp: Bool {
        do {
            _ = try Connection(to: server(database: "mysql"))
            return true
        } catch {
            return false
        }
    }

    private static func tell(_ word: String) {
        unsafe fputs(word + "\n", shell)
        unsafe fflush(shell)
    }

    private static func wait(for condition: () -> Bool) {
        for _ in 0..<1500 where !condition() { usleep(20_000) }
    }
}
