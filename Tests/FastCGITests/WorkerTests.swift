import Glibc
import HTTP
import Testing

@testable import FastCGI

/// One worker on a socket, without a supervisor.
@Suite struct `A worker` {
    let largest = Request.largestBody

    @Test func `Answers on a connection and closes it`() throws {
        let worker = try TestProcess.worker()
        let connection = try WebServerConnection(to: worker.socket)
        connection.send(Records.get("/"))
        let answer = try #require(connection.answer())
        #expect(answer.status == "Status: 200")
        #expect(answer.body == "\(worker.id)")
        #expect(answer.headers == ["Content-Type: text/plain", "Content-Length: \(answer.body.count)"])
        #expect(connection.isClosed())
    }

    @Test func `Answers many requests on a connection that is kept open`() throws {
        let worker = try TestProcess.worker()
        let connection = try WebServerConnection(to: worker.socket)
        for _ in 0..<100 {
            connection.send(Records.get("/", keepingOpen: true))
            #expect(connection.answer()?.body == "\(worker.id)")
        }
        connection.send(Records.post("/form", "code=123456", keepingOpen: true))
        #expect(connection.answer()?.body == "123456")
        connection.send(Records.get("/"))
        #expect(connection.answer()?.body == "\(worker.id)")
        #expect(connection.isClosed())
    }

    @Test func `Is not held up by connections that are idle or silent`() throws {
        let worker = try TestProcess.worker()
        let idle = try WebServerConnection(to: worker.socket)
        idle.send(Records.get("/", keepingOpen: true))
        #expect(idle.answer()?.body == "\(worker.id)")
        let silent = try WebServerConnection(to: worker.socket)

        #expect(try worker.get("/")?.body == "\(worker.id)")
        for connection in 0..<2 {
            let bytes = Records.get("/", keepingOpen: true)
            if connection == 0 { idle.send(bytes) } else { silent.send(bytes) }
        }
        #expect(idle.answer()?.body == "\(worker.id)")
        #expect(silent.answer()?.body == "\(worker.id)")
    }

    @Test func `Gives up a caller who stops in the middle of a sentence`() throws {
        let worker = try TestProcess.worker()
        let stuck = try WebServerConnection(to: worker.socket)
        stuck.send(Array(Records.get("/").prefix(20)))
        #expect(stuck.isClosed())
        #expect(try worker.get("/")?.body == "\(worker.id)")
    }

    @Test func `Sends an answer that is longer than one record`() throws {
        let worker = try TestProcess.worker()
        #expect(try worker.get("/long")?.body == String(repeating: "long ", count: 40_000))
    }

    @Test func `Sends an answer that goes on part by part, for as long as it likes`() throws {
        let pool = try TestProcess.pool(hungAfter: 1)
        let connection = try WebServerConnection(to: pool.socket)
        connection.send(Records.get("/parts", keepingOpen: true))
        #expect(connection.beginning()?.contains("0 0 0") == true)
        #expect(connection.rest()?.hasSuffix("49 49 the end") == true)
        connection.send(Records.get("/"))
        #expect(connection.answer()?.status == "Status: 200")
        #expect(!pool.printed.contains("hung"))
    }

    @Test func `Breaks off where an answer cannot go on, so that nobody takes the beginning for the whole`() throws {
        let worker = try TestProcess.worker()
        let connection = try WebServerConnection(to: worker.socket)
        connection.send(Records.get("/break", keepingOpen: true))
        #expect(connection.beginning()?.contains("0 0 0") == true)
        #expect(connection.rest() == nil)
        #expect(connection.isClosed())
        #expect(try worker.get("/")?.body == "\(worker.id)")
    }

    @Test func `Gives up a reader who takes nothing`() throws {
        let worker = try TestProcess.worker()
        let stuck = try WebServerConnection(to: worker.socket)
        stuck.send(Records.get("/parts", keepingOpen: true))
        #expect(try worker.get("/")?.body == "\(worker.id)")
    }

    @Test func `Announces no length where there is nothing`() throws {
        let worker = try TestProcess.worker()
        let answer = try #require(try worker.get("/nothing"))
        #expect(answer.status == "Status: 204")
        #expect(answer.headers == [])
    }

    // swift-format-ignore
    @Test(arguments: [
        ("a=1", "4", "cutShort"), ("a=1", "16385", "tooLarge"), ("a=1", "99999999999999999999999", "tooLarge"),
        ("a=1", "+3", "form"), ("a=1", "-3", "form"), ("a=1", "0x3", "form"), ("a=1", "3 ", "form"),
        ("a=1", "\u{661}", "form"), (String(repeating: "a", count: 100_000), "100000", "tooLarge"),
    ])
    func `Refuses a body that is not as long as announced, and keeps the connection in step`(body: String, announced: String, reason: String) throws {
        let worker = try TestProcess.worker()
        let connection = try WebServerConnection(to: worker.socket)
        connection.send(Records.post("/form", body, announced: announced, keepingOpen: true))
        let answer = try #require(connection.answer())
        #expect(answer.status == "Status: 400")
        #expect(answer.body == reason)
        connection.send(Records.get("/"))
        #expect(connection.answer()?.body == "\(worker.id)")
    }

    @Test func `Reads the largest body that there may be`() throws {
        let worker = try TestProcess.worker()
        let connection = try WebServerConnection(to: worker.socket)
        connection.send(Records.post("/", "a=" + String(repeating: "1", count: largest - 2)))
        #expect(connection.answer()?.status == "Status: 200")
    }

    @Test func `Takes an empty parameter for none`() throws {
        let worker = try TestProcess.worker()
        let connection = try WebServerConnection(to: worker.socket)
        connection.send(Records.request([("REQUEST_METHOD", "GET"), ("DOCUMENT_URI", "/origin"), ("HTTP_ORIGIN", "")]))
        #expect(connection.answer()?.body == "none")
    }

    @Test(arguments: ["DOCUMENT_URI", "DOCUMENT_URI=/other; x"])
    func `Believes no parameter that comes twice`(name: String) throws {
        let worker = try TestProcess.worker()
        let connection = try WebServerConnection(to: worker.socket)
        connection.send(Records.request([(name, "/other"), ("REQUEST_METHOD", "GET"), ("DOCUMENT_URI", "/")]))
        #expect(connection.answer()?.body == "path")
    }

    @Test func `Finishes the request in its hands before it ends`() throws {
        let worker = try TestProcess.worker()
        let connection = try WebServerConnection(to: worker.socket)
        connection.send(Records.get("/slow", keepingOpen: true))
        try worker.waits { worker.printed.contains("a slow request has begun") }
        kill(worker.id, SIGTERM)
        #expect(connection.answer()?.body == "\(worker.id)")
        #expect(try worker.waitsForEnd() == 0)
    }

    @Test func `Ends after an answer if it has met something that it cannot explain`() throws {
        let worker = try TestProcess.worker()
        #expect(try worker.get("/end")?.body == "\(worker.id)")
        #expect(try worker.waitsForEnd() == 0)
    }

    @Test func `Answers nothing to parameters that break off`() throws {
        let worker = try TestProcess.worker()
        let connection = try WebServerConnection(to: worker.socket)
        connection.send(Records.get("/").dropLast(30))
        connection.sayNoMore()
        #expect(connection.isClosed())
        #expect(try worker.get("/")?.body == "\(worker.id)")
    }

    @Test func `Survives a caller who speaks another language`() throws {
        let worker = try TestProcess.worker()
        let connection = try WebServerConnection(to: worker.socket)
        connection.send(Array("GET / HTTP/1.1\r\n\r\n".utf8))
        #expect(connection.isClosed())
        #expect(try worker.get("/")?.body == "\(worker.id)")
    }
}
