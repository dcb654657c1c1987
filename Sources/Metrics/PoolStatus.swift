public import HTTP

/// What a pool of workers does at one instant, and has done since its supervisor started.
public struct PoolStatus: Sendable {
    /// When the supervisor started: what is counted here is counted from then on, whichever workers have died since.
    public let startedAt: Instant
    public let lanes: [LaneStatus]
    /// What the application counts, by the numbers that it gave.
    public let counters: [Int]

    public init(startedAt: Instant, lanes: [LaneStatus], counters: [Int]) {
        self.startedAt = startedAt
        self.lanes = lanes
        self.counters = counters
    }
}

/// What the workers do that share a listening socket.
public struct LaneStatus: Sendable {
    public let name: String
    /// Those that live, in no order; one that ends and its successor are both among them.
    public let workers: [WorkerStatus]
    /// `nil` where the system does not tell.
    public let queue: Queue?
    public let answers: Answers
    /// How long the workers had each request in their hands, from its first byte to the last one of the answer.
    public let durations: Histogram
    /// How many workers were replaced, in rolling restarts too.
    public let restarts: Int

    /// The connections that no worker has accepted yet.
    public struct Queue: Equatable, Sendable {
        public let waiting: Int
        /// How many may wait; the next one is refused.
        public let capacity: Int

        public init(waiting: Int, capacity: Int) {
            self.waiting = waiting
            self.capacity = capacity
        }
    }

    public init(
        name: String, workers: [WorkerStatus], queue: Queue?, answers: Answers, durations: Histogram, restarts: Int
    ) {
        self.name = name
        self.workers = workers
        self.queue = queue
        self.answers = answers
        self.durations = durations
        self.restarts = restarts
    }

    /// How many workers are in `state`.
    public func count(_ state: WorkerStatus.State) -> Int { workers.count { $0.state == state } }
}
