import Glibc
import Testing

@testable import FastCGI

/// A supervisor and its workers.
@Suite struct `A pool` {
    @Test func `Its socket and folder are open to owner and group alone`() throws {
        let pool = try TestProcess.pool()
        #expect(mode(of: pool.socket) == 0o660)
        #expect(mode(of: pool.folder + "/run") == 0o750)
        #expect(contents(of: pool.folder + "/pool.pid") == "\(pool.id)\n")
    }

    @Test func `A folder that others can enter is refused`() throws {
        let folder = TestProcess.newFolder()
        unsafe mkdir(folder + "/run", 0o755)
        // The umask may be another test's, which makes a socket just now.
        unsafe chmod(folder + "/run", 0o755)
        let pool = try TestProcess(in: folder, ["pool", "1", "64", "15", "worker"])
        #expect(try pool.waitsForEnd() == 1)
        #expect(pool.printed.contains("others cannot enter"))
    }

    @Test func `A second pool on the same socket is refused`() throws {
        let pool = try TestProcess.pool()
        let other = try TestProcess(in: pool.folder, ["pool", "1", "64", "15", "worker"])
        #expect(try other.waitsForEnd() == 1)
        #expect(pool.printed.contains("another pool is running"))
        #expect(try pool.get("/") != nil)
    }

    @Test func `A connection that finds the queue full is refused at once`() throws {
        let pool = try TestProcess.pool(workers: 0, backlog: 2)
        let waiting = try (0...2).map { _ in try WebServerConnection(to: pool.socket) }
        _ = withExtendedLifetime(waiting) {
            #expect(throws: SocketAddress.Refusal(code: EAGAIN)) { try WebServerConnection(to: pool.socket) }
        }
    }

    @Test func `No request fails while every worker is replaced`() throws {
        let pool = try TestProcess.pool(workers: 2)
        let before = Set(try (0..<20).map { _ in try pool.worker() })
        var answered = 0
        for round in 2...4 {
            kill(pool.id, SIGHUP)
            while pool.printed.matches(of: /(?m)^ready$/).count < round || answered < round * 200 {
                let first = try WebServerConnection(to: pool.socket)
                let second = try WebServerConnection(to: pool.socket)
                first.send(Records.get("/"))
                second.send(Records.get("/", keepingOpen: true))
                #expect(first.answer() != nil)
                #expect(second.answer() != nil)
                answered += 2
            }
        }
        let after = Set(try (0..<20).map { _ in try pool.worker() })
        #expect(before.isDisjoint(with: after))
    }

    @Test func `Told to end, it answers what it was asked and leaves nothing behind`() throws {
        let pool = try TestProcess.pool()
        let connection = try WebServerConnection(to: pool.socket)
        connection.send(Records.get("/slow"))
        try pool.waits { pool.printed.contains("a slow request has begun") }
        kill(pool.id, SIGTERM)
        #expect(connection.answer()?.status == "Status: 200")
        #expect(try pool.waitsForEnd() == 0)
        #expect(unsafe access(pool.socket, F_OK) != 0)
        #expect(unsafe access(pool.folder + "/pool.pid", F_OK) != 0)
    }

    @Test func `Workers end when their supervisor is killed, and the socket that it left is replaced`() throws {
        let pool = try TestProcess.pool()
        kill(pool.id, SIGKILL)
        try pool.waits { isRefused(pool.socket) }
        let next = try TestProcess(in: pool.folder, ["pool", "1", "64", "15", "worker"])
        try next.waits { next.printed.matches(of: /(?m)^ready$/).count == 2 }
        #expect(try next.get("/") != nil)
    }

    @Test func `The service manager is told when the pool is ready, and when it stops`() throws {
        let folder = TestProcess.newFolder()
        let manager = try ServiceManagerSocket(at: folder + "/notify")
        let pool = try TestProcess(in: folder, ["pool", "1", "64", "15", "worker"])
        try pool.waits { manager.message() == "READY=1\nMAINPID=\(pool.id)" }
        kill(pool.id, SIGTERM)
        try pool.waits { manager.message() == "STOPPING=1" }
        #expect(try pool.waitsForEnd() == 0)
    }

    @Test func `A worker inherits no secret`() throws {
        let pool = try TestProcess.pool()
        let environment = contents(of: "/proc/\(try pool.worker())/environ")
        #expect(environment == "LANG=C\0")
    }

    /// Whether nobody listens any more on a socket that is still there.
    private func isRefused(_ socket: String) -> Bool {
        do throws(SocketAddress.Refusal) {
            _ = try WebServerConnection(to: socket)
            return false
        } catch {
            return error.code == ECONNREFUSED
        }
    }
}
