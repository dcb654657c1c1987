private import Glibc
public import HTTP

/// Answers requests on the listening socket that is descriptor 0, as the FastCGI specification has it.
///
/// That descriptor is all it needs; a supervisor is optional. A connection is read from once it has
/// something to say, so one that is idle or silent holds nobody up.
public enum Worker {
    /// What a worker does after an answer.
    public enum Next: Sendable {
        case carryOn
        /// End, because something happened that the worker cannot explain; a fresh one takes its place.
        case end
    }

    public typealias Respond = (Result<Request, UnreadableRequest>) -> (Response, Next)

    /// Answers one request after another until SIGTERM or SIGINT comes or `respond` says so.
    ///
    /// It then answers what has already been sent on its connections, and returns. A fault of the
    /// listening socket ends it in the same way, and is thrown.
    public static func serve(recordingIn slot: WorkerSlot? = nil, respond: Respond) throws(SystemError) {
        let signals = try Signals([SIGTERM, SIGINT])
        slot?.page.endWithSupervisor()
        Exchange.prepare()
        try Listener.prepare()
        var readiness = try Readiness()
        try readiness.watchShared(Listener.descriptor)
        try readiness.watch(signals.descriptor)
        ProgramText.release()
        slot?.enter(.ready)

        var isDraining = false
        var fault: SystemError?
        while let descriptor = readiness.next(within: isDraining ? quiet : nil) {
            var next = Next.end
            do throws(SystemError) {
                switch descriptor {
                case signals.descriptor: _ = signals.next(within: .zero)
                case Listener.descriptor: next = try welcome(readiness, slot, respond)
                default: next = answer(on: descriptor, keepingOpen: !isDraining, slot, respond).next
                }
            } catch {
                fault = error
            }
            guard next == .end, !isDraining else { continue }
            isDraining = true
            readiness.forget(Listener.descriptor)
            slot?.enter(.draining)
        }
        if let fault { throw fault }
    }

    /// How long a worker that is to end waits for another word on the connections that it holds.
    private static let quiet = Duration.milliseconds(100)

    /// Takes a new connection, answers at once if it speaks at once, and then waits for its next word.
    private static func welcome(
        _ readiness: borrowing Readiness, _ slot: WorkerSlot?, _ respond: Respond
    ) throws(SystemError) -> Next {
        guard let connection = try Listener.accept() else { return .carryOn }
        let speaks = Listener.speaksAtOnce(connection)
        let (isOpen, next) = speaks ? answer(on: connection, keepingOpen: true, slot, respond) : (true, .carryOn)
        if isOpen { try readiness.watch(connection) }
        return next
    }

    /// Answers a request that has begun to arrive, part by part if the answer says that it goes on.
    private static func answer(
        on connection: Int32, keepingOpen mayKeep: Bool, _ slot: WorkerSlot?, _ respond: Respond
    ) -> (isOpen: Bool, next: Next) {
        slot?.begin()
        guard var exchange = Exchange(on: connection) else {
            slot?.rest()
            return (false, .carryOn)
        }
        let arrival = exchange.request()
        var (response, next) = respond(arrival)
        var isWhole = exchange.begin(response)
        while isWhole, let place = response.continuation, case .success(var request) = arrival {
            slot?.goOn()
            // Whoever is signed out meanwhile gets no more: each part is asked for anew.
            request.receivedAt = .now()
            request.continuation = place
            (response, next) = respond(.success(request))
            isWhole = response.status == .ok && exchange.send(response.body)
        }
        let isOpen = exchange.end(isWhole: isWhole, keepingOpen: mayKeep && next == .carryOn)
        slot?.finish(response.status)
        return (isOpen, next)
    }
}
