internal import Synchronization

/// The place in the status page where a worker records what it does.
@safe public struct WorkerSlot {
    let page: StatusPage
    let index: Int
    private let record: UnsafeMutablePointer<SlotRecord>

    init(page: StatusPage, index: Int, record: UnsafeMutablePointer<SlotRecord>) {
        self.page = page
        self.index = index
        unsafe self.record = unsafe record
    }

    /// Records that a request has begun to arrive.
    func begin() {
        unsafe record.pointee.busySince.store(Tick.now.nanoseconds, ordering: .relaxed)
    }

    /// Records that what began is over, and how many requests it was.
    func finish(requests: Int) {
        let since = unsafe record.pointee.busySince.exchange(0, ordering: .relaxed)
        unsafe record.pointee.busyTime.add(Int(Tick.now.nanoseconds - since), ordering: .relaxed)
        unsafe record.pointee.requests.add(requests, ordering: .relaxed)
    }

    /// Records that the worker is alive in the middle of an answer that goes on.
    func goOn() {
        finish(requests: 0)
        begin()
    }

    func enter(_ state: WorkerStatus.State) {
        unsafe record.pointee.state.store(state.rawValue, ordering: .relaxed)
    }

    /// Hands the slot to a new worker, which has yet to start. Requests and time count on.
    func assign(restarts: Int) {
        unsafe record.pointee.busySince.store(0, ordering: .relaxed)
        unsafe record.pointee.restarts.store(restarts, ordering: .relaxed)
        enter(.starting)
    }

    func name(_ processID: Int32) {
        unsafe record.pointee.processID.store(processID, ordering: .relaxed)
    }

    /// Takes the slot from a worker that has ended.
    func vacate() {
        name(0)
        enter(.vacant)
        unsafe record.pointee.busySince.store(0, ordering: .relaxed)
    }

    var state: WorkerStatus.State {
        unsafe WorkerStatus.State(rawValue: record.pointee.state.load(ordering: .relaxed)) ?? .vacant
    }

    var busyFor: Duration? {
        let since = unsafe record.pointee.busySince.load(ordering: .relaxed)
        return since == 0 ? nil : max(.zero, Tick.now - Tick(nanoseconds: since))
    }

    func status(lanes: [String]) -> WorkerStatus {
        unsafe WorkerStatus(
            lane: lanes[record.pointee.lane],
            processID: record.pointee.processID.load(ordering: .relaxed),
            state: state,
            busyFor: busyFor,
            requests: record.pointee.requests.load(ordering: .relaxed),
            restarts: record.pointee.restarts.load(ordering: .relaxed),
            busyTime: .nanoseconds(record.pointee.busyTime.load(ordering: .relaxed)))
    }
}

/// A slot as it lies in the shared memory: one line of the processor's cache, so that workers do not
/// slow each other down.
///
/// A number is written by one process at a time and read by any; none of them belongs to another, so
/// no order between them is promised.
struct SlotRecord: ~Copyable {
    let lane: Int
    let processID = Atomic<Int32>(0)
    let state = Atomic<Int32>(0)
    let busySince = Atomic<Int64>(0)
    let busyTime = Atomic<Int>(0)
    let requests = Atomic<Int>(0)
    let restarts = Atomic<Int>(0)
    private let unused = (0, 0)

    init(lane: Int) {
        self.lane = lane
    }
}
