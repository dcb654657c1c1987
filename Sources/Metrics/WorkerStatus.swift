/// What one worker does.
public struct WorkerStatus: Equatable, Sendable {
    public let processID: Int32
    public let state: State
    /// How long it has lived.
    public let age: Duration
    /// How long it has had the request in its hands.
    public let busyFor: Duration?
    /// How many requests it has answered.
    public let requests: Int
    /// How many workers had its place before.
    public let restarts: Int

    public enum State: String, CaseIterable, Sendable {
        case starting
        case idle
        case busy
        /// It takes no new connection, answers what it was sent, and ends.
        case draining
    }

    public init(
        processID: Int32, state: State, age: Duration, busyFor: Duration?, requests: Int, restarts: Int
    ) {
        self.processID = processID
        self.state = state
        self.age = age
        self.busyFor = busyFor
        self.requests = requests
        self.restarts = restarts
    }
}
