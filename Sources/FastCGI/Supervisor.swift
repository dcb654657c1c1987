private import Glibc

/// Keeps the posts of a pool filled, until it is told to stop.
struct Supervisor {
    private var posts: [Post]
    private let page: StatusPage
    private let program: Program
    private let hungAfter: Duration
    private let report: (PoolEvent) -> Void
    private let serviceManager = ServiceManager()

    private var isToRestart = false
    private var isAnnounced = false
    /// When those that have not ended by themselves are killed. There is no such time before the stop.
    private var endsBy: Tick?
    private var looksAgainAt = Tick.now

    init(
        posts: [Post], page: StatusPage, program: Program, hungAfter: Duration, report: @escaping (PoolEvent) -> Void
    ) {
        self.posts = posts
        self.page = page
        self.program = program
        self.hungAfter = hungAfter
        self.report = report
    }

    mutating func run(until signals: borrowing Signals) {
        while endsBy == nil || posts.contains(where: { $0.holder != nil || $0.predecessor != nil }) {
            if endsBy == nil {
                if isToRestart { restart() }
                fill()
                handOver()
            }
            switch signals.next(within: patience) {
            case SIGHUP: isToRestart = true
            case SIGTERM, SIGINT: stop()
            default: break
            }
            bury()
            if looksAgainAt <= .now { look() }
        }
    }

    /// A new worker says that it is ready in the status page alone, so it is looked for often until then.
    private var patience: Duration {
        endsBy != nil || posts.allSatisfy(\.isReady) ? .seconds(1) : .milliseconds(10)
    }

    private mutating func fill() {
        for index in posts.indices {
            if let event = posts[index].fill(program, page: page) { report(event) }
        }
    }

    /// Lets each worker go whose successor is ready, and says so once the whole pool is.
    private mutating func handOver() {
        for index in posts.indices where posts[index].isReady && posts[index].predecessor?.isToldToEnd == false {
            posts[index].predecessor?.tellToEnd()
        }
        guard !isAnnounced, posts.allSatisfy(\.isReady) else { return }
        isAnnounced = true
        serviceManager.ready()
        report(.ready)
    }

    /// Replaces everybody, once the replacement before this one is over.
    private mutating func restart() {
        guard posts.allSatisfy({ $0.predecessor == nil }) else { return }
        isToRestart = false
        isAnnounced = false
        serviceManager.reloading()
        report(.restarting)
        for index in posts.indices { posts[index].replaceHolder() }
    }

    private mutating func stop() {
        guard endsBy == nil else { return }
        endsBy = .now + .seconds(20)
        serviceManager.stopping()
        report(.stopping)
        for index in posts.indices {
            posts[index].holder?.tellToEnd()
            posts[index].predecessor?.tellToEnd()
        }
    }

    private mutating func bury() {
        while let (id, ending) = Child.bury() {
            for index in posts.indices {
                if let event = posts[index].bury(id, ending) { report(event) }
            }
        }
    }

    /// Looks after everybody, once a second.
    private mutating func look() {
        looksAgainAt = .now + .seconds(1)
        serviceManager.alive()
        let isOverdue = endsBy.map { $0 <= .now } ?? false
        for index in posts.indices {
            let process = posts[index].process
            if let event = posts[index].holder?.look(hungAfter, isOverdue, process) { report(event) }
            if let event = posts[index].predecessor?.look(hungAfter, isOverdue, process) { report(event) }
        }
    }
}
