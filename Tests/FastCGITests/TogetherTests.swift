import Testing

@testable import FastCGI

/// A worker that finds several requests when it looks for the next one.
@Suite struct `A worker that several ask together` {
    /// A worker of `kind` that is busy for a second with what the first of some open connections has asked.
    private func busyWorker(
        _ kind: String, connections count: Int
    ) throws -> (worker: TestProcess, connections: [WebServerConnection]) {
        let worker = try TestProcess.worker(kind)
        let connections = try (0..<count).map { _ in try WebServerConnection(to: worker.socket) }
        for connection in connections {
            connection.send(Records.get("/", keepingOpen: true))
            #expect(connection.answer()?.body == "\(worker.id)")
        }
        connections[0].send(Records.get("/slow", keepingOpen: true))
        try worker.waits { worker.printed.contains("a slow request has begun") }
        return (worker, connections)
    }

    /// What a worker of `kind` hears of before it answers each of three that have arrived while it was busy, besides one
    /// that breaks off and one that is no request.
    private func heard(by kind: String) throws -> [String?] {
        let (worker, connections) = try busyWorker(kind, connections: 6)
        connections[1].send(Records.get("/heard", keepingOpen: true))
        connections[2].send(Records.get("/heard").dropLast(30))
        connections[2].sayNoMore()
        connections[3].send(Records.get("/heard", keepingOpen: true))
        connections[4].send(Records.get("/../heard", keepingOpen: true))
        connections[5].send(Records.get("/heard"))
        #expect(connections[0].answer()?.body == "\(worker.id)")
        #expect(connections[2].isClosed())
        #expect(connections[4].answer()?.body == "path")
        let heard = [1, 3, 5].map { connections[$0].answer()?.body }
        #expect(connections[5].isClosed())
        for index in [0, 1, 3, 4] {
            connections[index].send(Records.get("/heard", keepingOpen: true))
            #expect(connections[index].answer()?.body == "/heard", "of one that stays open, asked alone")
        }
        return heard
    }

    @Test func `Hears of all that have arrived together before it answers the first, and answers each`() throws {
        #expect(try heard(by: "gate") == [String](repeating: "/heard /heard /heard", count: 3))
    }

    @Test func `Reads no request before it has answered the last, where answers take long`() throws {
        #expect(try heard(by: "worker") == [String](repeating: "/heard", count: 3))
    }

    @Test func `Answers those that it has read, too, before it ends over one of them`() throws {
        let (worker, connections) = try busyWorker("gate", connections: 3)
        connections[1].send(Records.get("/end", keepingOpen: true))
        connections[2].send(Records.get("/heard", keepingOpen: true))
        #expect(connections[1].answer()?.body == "\(worker.id)")
        #expect(connections[2].answer()?.body == "/end /heard")
        #expect(try worker.waitsForEnd() == 0)
    }
}
