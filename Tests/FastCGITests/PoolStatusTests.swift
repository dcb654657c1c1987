import Glibc
import HTTP
import Metrics
import Testing

@testable import FastCGI

@Suite struct `What a pool says of itself` {
    @Test func `A worker can tell what all of them do`() throws {
        let pool = try TestProcess.pool()
        let worker = try pool.worker()
        #expect(try pool.get("/status")?.body == "test \(worker) busy 1 0")
        kill(worker, SIGKILL)
        try pool.waits { pool.printed.contains("signal 9") }
        let successor = try pool.worker()
        #expect(try pool.get("/status")?.body == "test \(successor) busy 1 1")
    }

    @Test func `What was counted outlives the workers that counted it`() throws {
        let pool = try TestProcess.pool()
        for path in ["/", "/refusal", "/count", "/slow"] { _ = try pool.get(path) }
        #expect(try pool.get("/counts")?.body == "3 0 1 0, 1 slow, 0 restarts, 1 counted")
        #expect(try pool.get("/crash") == nil)
        _ = try pool.get("/count")
        #expect(try pool.get("/counts")?.body == "5 0 1 0, 1 slow, 1 restarts, 2 counted")
    }

    @Test func `A restart of all counts each of them once, and those that follow it too`() throws {
        let pool = try TestProcess.pool(workers: 2)
        for round in 2...3 {
            kill(pool.id, SIGHUP)
            try pool.waits { pool.printed.matches(of: /(?m)^ready$/).count == round }
        }
        #expect(try pool.get("/counts")?.body.contains(", 4 restarts,") == true)
    }

    @Test func `The queue is what the kernel says waits at a socket`() throws {
        let folder = TestProcess.newFolder()
        let listener = try UnixSocket.listen(at: folder + "/run/test.sock", backlog: 5)
        defer {
            close(listener)
            for file in ["/run/test.sock", "/run", ""] { unsafe remove(folder + file) }
        }
        let inode = ListenerQueue.inode(of: listener)
        #expect(ListenerQueue.read(inode) == LaneStatus.Queue(waiting: 0, capacity: 5))
        let waiting = try (1...3).map { _ in try WebServerConnection(to: folder + "/run/test.sock") }
        withExtendedLifetime(waiting) {
            #expect(ListenerQueue.read(inode) == LaneStatus.Queue(waiting: 3, capacity: 5))
        }
    }

    @Test func `Of a socket that is gone nothing is said`() {
        #expect(ListenerQueue.read(0) == nil)
        #expect(ListenerQueue.read(.max) == nil)
    }

    @Test func `A worker that has answered one of many has given a sign of life`() throws {
        let slot = try StatusPage(lanes: [], listeners: [], lanesOfPosts: [0]).slot(0)
        slot.begin()
        usleep(100_000)
        #expect(slot.silentFor! >= .milliseconds(100))
        slot.finish(.ok)
        #expect(slot.silentFor! < .milliseconds(100))
        slot.rest()
        #expect(slot.silentFor == nil)
    }

    @Test func `Each slot has lines of the processor's cache to itself`() {
        #expect((0..<9).allSatisfy { StatusPageLayout.record($0) % 128 == 0 })
        #expect(StatusPageLayout.record(1) - StatusPageLayout.record(0) >= MemoryLayout<WorkerRecord>.size)
        #expect(StatusPageLayout(size: StatusPageLayout(slots: 9).size).slots == 9)
    }
}
