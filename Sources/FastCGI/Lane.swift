/// A listening socket and the workers that share it.
///
/// Lanes keep apart what must not wait for each other. A pool has at most eight.
public struct Lane: Sendable {
    /// One to 24 bytes.
    public let name: String
    /// The path of the Unix socket. The folder that it lies in is made if it is missing.
    public let socket: String
    public let workers: Int
    /// How many connections may wait for a worker; the next one is refused (`EAGAIN`).
    public let backlog: Int32
    /// What a worker is told on its command line. `--slot` and a number are added to it.
    public let arguments: [String]

    public init(name: String, socket: String, workers: Int, backlog: Int32, arguments: [String]) {
        self.name = name
        self.socket = socket
        self.workers = workers
        self.backlog = backlog
        self.arguments = arguments
    }
}
