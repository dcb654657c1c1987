/// What a slot of the status page says about its worker.
public struct WorkerStatus: Equatable, Sendable {
    public let lane: String
    /// 0 while the slot has no worker.
    public let processID: Int32
    public let state: State
    /// How long the request in the worker's hands has taken so far.
    public let busyFor: Duration?
    /// How many requests the workers of this slot have answered since the supervisor started.
    public let requests: Int
    /// How many times a worker here has had to be replaced, rolling restarts included.
    public let restarts: Int
    /// How much time all those requests took.
    public let busyTime: Duration

    public enum State: Int32, Sendable {
        case vacant
        case starting
        case ready
        /// It takes no new connection, answers what it was sent, and ends.
        case draining
    }
}
