import ArgumentParser
import FastCGI
import HTTP
import Logging
import Metrics
import Site

/// One worker of a lane. The supervisor starts it; descriptor 0 is all that it needs.
struct WorkerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "worker", abstract: "Answer requests on the listening socket that is descriptor 0.",
        discussion: "The supervisor starts workers; spawn-fcgi, multiwatch and sockets of systemd can, too.")
    @Option(help: "What it answers, and its name in the log.") var lane = WorkerLane.portal
    @Option(help: "Its place in the supervisor's status page, counted from 0; for the supervisor.") var slot: Int?

    init() {}

    /// Reads the one command line that the supervisor uses; `nil` for any other.
    init?(startedWith arguments: [String]) {
        guard arguments.count == 6, arguments[1] == "worker", arguments[2] == "--lane", arguments[4] == "--slot",
            let lane = WorkerLane(rawValue: arguments[3]), let slot = Int(arguments[5])
        else { return nil }
        self.lane = lane
        self.slot = slot
    }

    func run() throws {
        let instance = try Instance.read(part: lane.rawValue, isCommand: false)
        let slot = try slot.map { try StatusPage.inherited().slot($0) }
        let store = try instance.unconnectedStore(tally: slot.map { Tally($0.page) } ?? .none)
        var site = Site(try instance.identity(), store)
        // Hashing takes as long as it takes, and lets everybody else go first.
        if lane == .signIn { Niceness.stepBack() }
        // Checks are quick, and come in crowds; a page may take long, and nobody waits for another's.
        try Worker.serve(
            recordingIn: slot, together: lane == .gate ? Worker.most : 1, lookAhead: { site.lookAhead(to: $0) }
        ) { arrival in
            let start = ContinuousClock.now
            switch arrival {
            case .success(let request):
                let response = site.respond(to: request)
                // The parts of a long answer are one request, unless it breaks off.
                if request.continuation == nil || response.status != .ok {
                    instance.log.record(request, response, took: ContinuousClock.now - start)
                }
                // Whoever met something that it cannot explain makes room for a fresh one.
                return (response, response.status == .internalError ? .end : .carryOn)
            case .failure(let unreadable):
                let response = site.respond(to: unreadable.why)
                instance.log.record(unreadable, response)
                return (response, .carryOn)
            }
        }
    }
}

extension Logger {
    /// One line a request: what was asked and answered, nothing that was typed.
    fileprivate func record(_ request: Request, _ response: Response, took duration: Duration) {
        log(
            level: request.logLevel, "request",
            metadata: [
                "method": "\(request.method.name)", "path": "\(request.loggedPath)",
                "status": "\(response.status.rawValue)", "seconds": "\(duration.decimalSeconds)",
                "address": "\(String(decoding: request.address, as: UTF8.self))",
                "request": "\(String(decoding: request.id, as: UTF8.self))",
            ])
    }

    /// The same for what was no request, of which not even the address is to be trusted.
    fileprivate func record(_ request: UnreadableRequest, _ response: Response) {
        notice(
            "unreadable",
            metadata: [
                "method": "\(request.method.name)", "status": "\(response.status.rawValue)", "why": "\(request.why)",
                "address": "\(String(decoding: request.address, as: UTF8.self))",
                "request": "\(String(decoding: request.id, as: UTF8.self))",
            ])
    }
}
