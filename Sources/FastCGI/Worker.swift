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

    public typealias Arrival = Result<Request, UnreadableRequest>
    public typealias Respond = (Arrival) -> (Response, Next)
    /// Hears of all requests that have arrived together, before the first of them is answered.
    public typealias LookAhead = ([Request]) -> Void

    /// How many requests a worker reads at most before it answers the first of them.
    public static let most = Exchanges.count
    private typealias Exchanges = InlineArray<8, Exchange?>

    /// Answers one request after another until SIGTERM or SIGINT comes or `respond` says so.
    ///
    /// It then answers what has already been sent on its connections, and returns. A fault of the
    /// listening socket ends it in the same way, and is thrown.
    /// - Parameter together: how many of the requests that have arrived are read before the first of them is answered, up to
    ///   `most`: one, unless answers are so quick that none of them waits long for the others.
    public static func serve(
        recordingIn slot: WorkerSlot? = nil, together: Int = 1, lookAhead: LookAhead = { _ in }, respond: Respond
    ) throws(SystemError) {
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
                case signals.descriptor:
                    _ = signals.next(within: .zero)
                case Listener.descriptor:
                    let speaking = try welcome(readiness).map { [$0] } ?? []
                    next = answer(on: speaking, keepingOpen: true, slot, lookAhead, respond)
                default:
                    let others = readiness.found(
                        upTo: together - 1, besides: [signals.descriptor, Listener.descriptor])
                    next = answer(on: [descriptor] + others, keepingOpen: !isDraining, slot, lookAhead, respond)
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

    /// Takes a new connection, to wait for its words, and returns it if it speaks at once.
    private static func welcome(_ readiness: borrowing Readiness) throws(SystemError) -> Int32? {
        guard let connection = try Listener.accept() else { return nil }
        try readiness.watch(connection)
        return Listener.speaksAtOnce(connection) ? connection : nil
    }

    /// Answers the requests that have begun to arrive on `connections`.
    private static func answer(
        on connections: [Int32], keepingOpen mayKeep: Bool, _ slot: WorkerSlot?, _ lookAhead: LookAhead,
        _ respond: Respond
    ) -> Next {
        guard !connections.isEmpty else { return .carryOn }
        slot?.begin()
        defer { slot?.rest() }
        var exchanges = Exchanges { $0 < connections.count ? Exchange(on: connections[$0]) : nil }
        let arrivals = connections.indices.map { exchanges[$0]?.request() }
        lookAhead(arrivals.compactMap { try? $0?.get() })
        var last = Next.carryOn
        for (index, arrival) in arrivals.enumerated() {
            guard let arrival, let exchange = exchanges[index].take() else { continue }
            let (status, next) = answer(arrival, exchange, keepingOpen: mayKeep && last == .carryOn, slot, respond)
            slot?.finish(status)
            if next == .end { last = .end }
        }
        return last
    }

    /// Answers a request, part by part if the answer says that it goes on.
    private static func answer(
        _ arrival: Arrival, _ exchange: consuming Exchange, keepingOpen mayKeep: Bool, _ slot: WorkerSlot?,
        _ respond: Respond
    ) -> (Status, Next) {
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
        exchange.end(isWhole: isWhole, keepingOpen: mayKeep && next == .carryOn)
        return (response.status, next)
    }
}
