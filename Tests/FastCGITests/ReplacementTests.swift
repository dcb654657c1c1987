import Glibc
import Testing

/// What a pool does about processes that can no longer help themselves.
@Suite struct `A pool replaces` {
    @Test func `A worker that is killed`() throws {
        let pool = try TestProcess.pool()
        let worker = try pool.worker()
        kill(worker, SIGKILL)
        try pool.waits { pool.printed.contains("signal 9") }
        #expect(try pool.worker() != worker)
    }

    @Test func `A worker that is killed as soon as it is ready, at once, as often as that happens`() throws {
        let pool = try TestProcess.pool()
        for _ in 1...5 {
            let worker = try pool.worker()
            kill(worker, SIGKILL)
            try pool.waits { pool.printed.contains("id: \(worker), signal 9, replacedIn: Optional(0.0 seconds)") }
        }
    }

    @Test func `A worker that crashes over a request`() throws {
        let pool = try TestProcess.pool()
        #expect(try pool.get("/crash") == nil)
        #expect(try pool.get("/")?.status == "Status: 200")
        #expect(pool.printed.contains("signal 4") || pool.printed.contains("signal 5"))
    }

    @Test func `A worker that hangs over a request`() throws {
        let pool = try TestProcess.pool(hungAfter: 1)
        #expect(try pool.get("/hang") == nil)
        #expect(try pool.get("/")?.status == "Status: 200")
        #expect(pool.printed.contains("hung"))
    }

    @Test func `A worker that somebody stopped`() throws {
        let pool = try TestProcess.pool(hungAfter: 1)
        let worker = try pool.worker()
        try pool.waits { contents(of: "/proc/\(worker)/stat").contains(") S ") }
        kill(worker, SIGSTOP)
        #expect(try pool.worker() != worker)
        #expect(pool.printed.contains("stopped(process"))
    }

    @Test func `A worker that fails at birth, after growing pauses`() throws {
        let pool = try TestProcess(in: TestProcess.newFolder(), ["pool", "1", "64", "15", "failure"])
        for pause in ["0.1", "0.2", "0.4"] {
            try pool.waits { pool.printed.contains("exit status 7, replacedIn: Optional(\(pause) seconds)") }
        }
        #expect(!pool.printed.contains("ready"))
    }

    @Test func `A housekeeper that ends`() throws {
        let pool = try TestProcess.pool()
        let births = /started\(process: "housekeeper", id: ([0-9]+)\)/
        let housekeeper = try #require(pool.printed.firstMatch(of: births).flatMap { Int32($0.1) })
        kill(housekeeper, SIGKILL)
        try pool.waits { pool.printed.matches(of: births).count == 2 }
    }
}
