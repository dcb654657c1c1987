internal import Metrics
internal import Synchronization

/// A slot as it lies in the shared memory.
///
/// A number is written by one process at a time and read by any; none of them belongs to another, so
/// no order between them is promised.
struct WorkerRecord: ~Copyable {
    let lane: Int
    let processID = Atomic<Int32>(0)
    let state = Atomic<Int32>(0)
    let bornAt = Atomic<Int64>(0)
    /// Since when a request is in the worker's hands; 0 while none is.
    let busySince = Atomic<Int64>(0)
    /// When the worker has shown last that it goes on with a long answer.
    let aliveAt = Atomic<Int64>(0)
    let restarts = Atomic<Int>(0)
    /// How many requests the workers of this slot had answered when this one took it.
    let requestsBefore = Atomic<Int>(0)
    /// How many, for each of `Answers.names`.
    private let answers = InlineArray<4, Atomic<Int>> { _ in Atomic(0) }
    /// How many, for each bucket of a `Histogram`.
    private let durations = InlineArray<18, Atomic<Int>> { _ in Atomic(0) }
    /// How long all of them took together, those that were in the worker's hands at once each for itself.
    private let nanoseconds = Atomic<Int>(0)

    init(lane: Int) {
        self.lane = lane
    }

    /// Counts an answer: three additions, which is all that counting costs a request.
    func count(answer number: Int, nanoseconds: Int64) {
        answers[number].wrappingAdd(1, ordering: .relaxed)
        durations[Histogram.bucket(nanoseconds: nanoseconds)].wrappingAdd(1, ordering: .relaxed)
        self.nanoseconds.wrappingAdd(Int(nanoseconds), ordering: .relaxed)
    }

    var requests: Int { answers.indices.reduce(0) { $0 + answers[$1].load(ordering: .relaxed) } }

    /// What the workers of this slot have done since the supervisor started.
    struct Counts {
        let answers: [Int]
        let durations: [Int]
        let nanoseconds: Int
    }

    var counts: Counts {
        Counts(
            answers: answers.indices.map { answers[$0].load(ordering: .relaxed) },
            durations: durations.indices.map { durations[$0].load(ordering: .relaxed) },
            nanoseconds: nanoseconds.load(ordering: .relaxed))
    }
}
