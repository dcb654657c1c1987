private import Glibc

/// Supervises worker processes: makes the sockets, starts the workers, buries and replaces them.
///
/// SIGHUP replaces every worker without a failed request. SIGTERM and SIGINT end the pool, once each
/// worker has answered what it was asked.
public struct Pool {
    private let lanes: [Lane]
    private let housekeeper: [String]?
    private let program: Program
    private let processIDFile: String?
    private let hungAfter: Duration
    private let report: (PoolEvent) -> Void

    /// - Parameters:
    ///   - housekeeper: The arguments of one more process that runs beside the workers, without a socket.
    ///   - executable: The program that all of them run: unless said otherwise, the one that runs here.
    ///   - environment: All that they inherit, so a secret of the supervisor's does not reach them.
    ///   - hungAfter: How long a worker may have one request in its hands.
    public init(
        lanes: [Lane], housekeeper: [String]? = nil, executable: String = "/proc/self/exe",
        environment: [String: String], processIDFile: String? = nil, hungAfter: Duration = .seconds(15),
        report: @escaping (PoolEvent) -> Void
    ) {
        self.lanes = lanes
        self.housekeeper = housekeeper
        program = Program(path: executable, environment: environment)
        self.processIDFile = processIDFile
        self.hungAfter = hungAfter
        self.report = report
    }

    /// Runs the pool until it is told to stop. The files that it made are gone when it returns.
    public func run() throws(PoolError) {
        var files: [String] = []
        defer { for file in files { unsafe unlink(file) } }
        var listeners: [Int32] = []
        defer { for listener in listeners { close(listener) } }
        for lane in lanes {
            listeners.append(try UnixSocket.listen(at: lane.socket, backlog: lane.backlog))
            files.append(lane.socket)
        }
        // A log that nobody reads any more does not end the pool.
        signal(SIGPIPE, SIG_IGN)
        do throws(SystemError) {
            let signals = try Signals([SIGCHLD, SIGHUP, SIGTERM, SIGINT])
            if let processIDFile {
                try ProcessIDFile.write(to: processIDFile)
                files.append(processIDFile)
            }
            var supervisor = try supervisor(of: listeners)
            supervisor.run(until: signals)
        } catch {
            throw .system(error)
        }
    }

    /// Makes the status page and the posts, a worker's each.
    private func supervisor(of listeners: [Int32]) throws(SystemError) -> Supervisor {
        let lanesOfPosts = lanes.indices.flatMap { Array(repeating: $0, count: lanes[$0].workers) }
        let page = try StatusPage(lanes: lanes, listeners: listeners, lanesOfPosts: lanesOfPosts)
        var posts = lanesOfPosts.enumerated().map { number, lane in
            Post(
                process: lanes[lane].name, arguments: lanes[lane].arguments, listener: listeners[lane],
                slots: page.slots(ofPost: number))
        }
        if let housekeeper {
            posts.append(Post(process: "housekeeper", arguments: housekeeper, listener: nil, slots: []))
        }
        return Supervisor(posts: posts, page: page, program: program, hungAfter: hungAfter, report: report)
    }
}
