internal import HTTP
internal import Metrics
internal import Synchronization

/// The place in the status page where a worker records what it does.
@safe public struct WorkerSlot {
    public let page: StatusPage
    let index: Int
    private let record: UnsafeMutablePointer<WorkerRecord>

    init(page: StatusPage, index: Int, record: UnsafeMutablePointer<WorkerRecord>) {
        self.page = page
        self.index = index
        unsafe self.record = unsafe record
    }

    /// Records that requests have begun to arrive.
    func begin() {
        unsafe record.pointee.busySince.store(Tick.now.nanoseconds, ordering: .relaxed)
    }

    /// Records that one of these requests is answered, with `status`, and that the worker is alive to answer the others.
    func finish(_ status: Status) {
        goOn()
        let since = unsafe record.pointee.busySince.load(ordering: .relaxed)
        unsafe record.pointee.count(answer: Answers.number(of: status), nanoseconds: Tick.now.nanoseconds - since)
    }

    /// Records that the worker is alive in the middle of an answer that goes on.
    func goOn() {
        unsafe record.pointee.aliveAt.store(Tick.now.nanoseconds, ordering: .relaxed)
    }

    /// Records that no request is in the worker's hands: all are answered, or what had begun was none.
    func rest() {
        unsafe record.pointee.busySince.store(0, ordering: .relaxed)
    }

    func enter(_ state: State) {
        unsafe record.pointee.state.store(state.rawValue, ordering: .relaxed)
    }

    /// Hands the slot to a new worker, which has yet to start. What is counted counts on.
    func assign(restarts: Int) {
        rest()
        unsafe record.pointee.bornAt.store(Tick.now.nanoseconds, ordering: .relaxed)
        unsafe record.pointee.restarts.store(restarts, ordering: .relaxed)
        unsafe record.pointee.requestsBefore.store(record.pointee.requests, ordering: .relaxed)
        enter(.starting)
    }

    func name(_ processID: Int32) {
        unsafe record.pointee.processID.store(processID, ordering: .relaxed)
    }

    /// Takes the slot from a worker that has ended.
    func vacate() {
        name(0)
        enter(.vacant)
        rest()
    }

    var state: State {
        unsafe State(rawValue: record.pointee.state.load(ordering: .relaxed)) ?? .vacant
    }

    /// What the slot says of its worker. Whether that is busy, it says by the request in its hands.
    enum State: Int32 {
        case vacant
        case starting
        case ready
        case draining
    }

    /// Since when a request is in the worker's hands. It is looked at once where it is judged: meanwhile it changes.
    private var busySince: Tick? {
        let since = unsafe record.pointee.busySince.load(ordering: .relaxed)
        return since == 0 ? nil : Tick(nanoseconds: since)
    }

    /// How long the worker has given no sign of life over the request in its hands.
    var silentFor: Duration? {
        busySince.map { since in
            unsafe max(since, Tick(nanoseconds: record.pointee.aliveAt.load(ordering: .relaxed))).age
        }
    }

    /// What the worker does that holds the slot; `nil` while nobody does.
    var status: WorkerStatus? {
        let processID = unsafe record.pointee.processID.load(ordering: .relaxed)
        let busyFor = busySince?.age
        guard processID != 0, let state = reportedState(isBusy: busyFor != nil) else { return nil }
        return unsafe WorkerStatus(
            processID: processID, state: state,
            age: Tick(nanoseconds: record.pointee.bornAt.load(ordering: .relaxed)).age, busyFor: busyFor,
            requests: record.pointee.requests - record.pointee.requestsBefore.load(ordering: .relaxed),
            restarts: restarts)
    }

    var restarts: Int { unsafe record.pointee.restarts.load(ordering: .relaxed) }
    var lane: Int { unsafe record.pointee.lane }
    var counts: WorkerRecord.Counts { unsafe record.pointee.counts }

    private func reportedState(isBusy: Bool) -> WorkerStatus.State? {
        switch state {
        case .vacant: nil
        case .starting: .starting
        case .ready: isBusy ? .busy : .idle
        case .draining: .draining
        }
    }
}

extension Tick {
    /// How long ago it was.
    fileprivate var age: Duration { max(.zero, .now - self) }
}
