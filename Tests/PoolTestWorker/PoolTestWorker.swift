import FastCGI
import Glibc
import HTTP
import Metrics

/// The program that the tests of the pool run: a supervisor, a worker that does as it is asked, and a
/// housekeeper that does nothing.
@main enum PoolTestWorker {
    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst()
        switch arguments.first {
        case "pool": supervise(arguments.dropFirst().map { $0 })
        case "failure": exit(7)
        case "errand": try send(within: .milliseconds(Int(arguments.last!)!))
        case "sent": goOn()
        case "worker": try work(slot: arguments.last.flatMap(Int.init), together: 1)
        case "gate": try work(slot: nil, together: Worker.most)
        default:
            try StatusPage.inherited().endWithSupervisor()
            while true { sleep(60) }
        }
    }

    private static func supervise(_ arguments: [String]) {
        let folder = arguments[0]
        let lane = Lane(
            name: "test", socket: folder + "/run/test.sock", workers: Int(arguments[1])!,
            backlog: Int32(arguments[2])!, arguments: [arguments[4]])
        let pool = Pool(
            lanes: [lane], housekeeper: ["housekeeper"], environment: ["LANG": "C"],
            processIDFile: folder + "/pool.pid", hungAfter: .seconds(Int(arguments[3])!), report: { log("\($0)") })
        do {
            try pool.run()
        } catch {
            log("\(error)")
            exit(1)
        }
    }

    /// Sends somebody on an errand, and says when it is over.
    private static func send(within limit: Duration) throws {
        let errand = try Errand(["sent"], within: limit)
        while !errand.isOver() { usleep(10_000) }
        log("over")
    }

    /// Is on an errand that never ends.
    private static func goOn() {
        Errand.endWithSender()
        log("on an errand")
        while true { sleep(60) }
    }

    private static func work(slot: Int?, together: Int) throws {
        let slot = try slot.map { try StatusPage.inherited().slot($0) }
        var heard: [Request] = []
        try Worker.serve(recordingIn: slot, together: together, lookAhead: { heard = $0 }) { request in
            switch request {
            case .success(let request) where request.path == "/heard":
                (text(.ok, heard.map(\.path.text).joined(separator: " ")), .carryOn)
            case .success(let request): respond(to: request)
            case .failure(let error): (text(.badRequest, "\(error.why)"), .carryOn)
            }
        }
    }

    private static func respond(to request: Request) -> (Response, Worker.Next) {
        switch request.path.text {
        case "/slow":
            log("a slow request has begun")
            sleep(1)
        case "/hang": while true { sleep(60) }
        case "/crash": fatalError("as it was asked")
        case "/end": return (text(.ok, "\(getpid())"), .end)
        case "/long": return (text(.ok, String(repeating: "long ", count: 40_000)), .carryOn)
        case "/parts": return (part(of: request, until: 50), .carryOn)
        case "/break": return (part(of: request, until: nil), .carryOn)
        case "/origin": return (text(.ok, request.provenance.origin == nil ? "none" : "some"), .carryOn)
        case "/form": return (text(.ok, request.form.text("code")), .carryOn)
        case "/status": return (text(.ok, status()), .carryOn)
        case "/counts": return (text(.ok, counts()), .carryOn)
        case "/count": try? StatusPage.inherited().count(7)
        case "/refusal": return (text(.forbidden, ""), .carryOn)
        case "/nothing": return (Response(.noContent), .carryOn)
        default: break
        }
        return (text(.ok, "\(getpid())"), .carryOn)
    }

    /// A long part of an answer that goes on until part `last`, or breaks off at the third.
    private static func part(of request: Request, until last: UInt8?) -> Response {
        let number = request.continuation?.first ?? 0
        guard number < last ?? 3 else { return last == nil ? text(.internalError, "broken") : text(.ok, "the end") }
        usleep(50_000)
        var response = text(.ok, String(repeating: "\(number) ", count: 40_000))
        response.continuation = [number + 1]
        return response
    }

    private static func status() -> String {
        guard let page = try? StatusPage.inherited() else { return "no supervisor" }
        return page.status.lanes.flatMap { lane in
            lane.workers.map { "\(lane.name) \($0.processID) \($0.state) \($0.requests) \($0.restarts)" }
        }
        .joined(separator: "\n")
    }

    /// What has been counted: answers by their class, those that took a second or two, and what the application counts.
    private static func counts() -> String {
        guard let status = try? StatusPage.inherited().status else { return "no supervisor" }
        let lane = status.lanes[0]
        let answers = lane.answers.byClass.map { "\($0.count)" }.joined(separator: " ")
        let bounds = lane.durations.cumulative
        let slow = bounds[14].count - bounds[12].count
        return "\(answers), \(slow) slow, \(lane.restarts) restarts, \(status.counters[7]) counted"
    }

    private static func text(_ status: Status, _ text: String) -> Response {
        var response = Response(status)
        response.set("Content-Type", "text/plain")
        response.body = Array(text.utf8)
        return response
    }

    /// A line for the test, which reads what its processes print.
    private static func log(_ line: String) {
        let bytes = Array((line + "\n").utf8)
        _ = unsafe write(1, bytes, bytes.count)
    }
}
