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
        let pool = try TestProcess(in: folder, ["pool", "1", "64", "15"])
        #expect(try pool.waitsForEnd() == 1)
        #expect(pool.printed.contains("folderIsOpen"))
    }

    @Test func `A second pool on the same socket is refused`() throws {
        let pool = try TestProcess.pool()
        let other = try TestProcess(in: pool.folder, ["pool", "1", "64", "15"])
        #expect(try other.waitsForEnd() == 1)
        #expect(pool.printed.contains("alreadyRunning"))
        #expect(try pool.get("/") != nil)
    }

    @Test func `A connection that finds the queue full is refused at once`() throws {
        let pool = try TestProcess.pool(workers: 0, backlog: 2)
        let waiting = try (0...2).map { _ in try WebServerConnection(to: pool.socket) }
        _ = withExtendedLifetime(waiting) {
            #expect(throws: WebServerConnection.Refusal(code: EAGAIN)) { try WebServerConnection(to: pool.socket) }
        }
    }

    @Test func `A killed worker is replaced`() throws {
        let pool = try TestProcess.pool()
        let worker = try pool.worker()
        kill(worker, SIGKILL)
        try pool.waits { pool.printed.contains("signalled(9)") }
        #expect(try pool.worker() != worker)
    }

    @Test func `A worker that crashes over a request is replaced`() throws {
        let pool = try TestProcess.pool()
        #expect(try pool.get("/crash") == nil)
        #expect(try pool.get("/")?.status == "Status: 200")
        #expect(pool.printed.contains("signalled(4)") || pool.printed.contains("signalled(5)"))
    }

    @Test func `A worker that hangs over a request is replaced`() throws {
        let pool = try TestProcess.pool(hungAfter: 1)
        #expect(try pool.get("/hang") == nil)
        #expect(try pool.get("/")?.status == "Status: 200")
        #expect(pool.printed.contains("hung"))
    }

    @Test func `A worker that somebody stopped is replaced`() throws {
        let pool = try TestProcess.pool(hungAfter: 1)
        let worker = try pool.worker()
        kill(worker, SIGSTOP)
        #expect(try pool.worker() != worker)
        #expect(pool.printed.contains("stopped(process"))
    }

    @Test func `A housekeeper that ends is replaced`() throws {
        let pool = try TestProcess.pool()
        let births = /started\(process: "housekeeper", id: ([0-9]+)\)/
        let housekeeper = try #require(pool.printed.firstMatch(of: births).flatMap { Int32($0.1) })
        kill(housekeeper, SIGKILL)
        try pool.waits { pool.printed.matches(of: births).count == 2 }
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
        let next = try TestProcess(in: pool.folder, ["pool", "1", "64", "15"])
        try next.waits { try next.get("/") != nil }
    }

    @Test func `A worker inherits no secret`() throws {
        let pool = try TestProcess.pool()
        let environment = contents(of: "/proc/\(try pool.worker())/environ")
        #expect(environment == "LANG=C\0")
    }

    @Test func `A worker can tell what all of them do`() throws {
        let pool = try TestProcess.pool()
        let worker = try pool.worker()
        #expect(try pool.get("/status")?.body == "test \(worker) ready 1 0")
        kill(worker, SIGKILL)
        try pool.waits { pool.printed.contains("signalled(9)") }
        let successor = try pool.worker()
        #expect(try pool.get("/status")?.body == "test \(successor) ready 3 1")
    }

    /// Whether nobody listens any more on a socket that is still there.
    private func isRefused(_ socket: String) -> Bool {
        do throws(WebServerConnection.Refusal) {
            _ = try WebServerConnection(to: socket)
            return false
        } catch {
            return error.code == ECONNREFUSED
        }
    }
}
