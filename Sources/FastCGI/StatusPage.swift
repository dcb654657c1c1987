private import CLinux
private import Glibc
internal import HTTP

/// What the pool's processes tell each other: a page of memory that the supervisor makes, and that
/// every process of the pool inherits as descriptor 3.
///
/// It stays mapped for as long as the process lives. What is counted in it outlives the workers.
@safe public struct StatusPage {
    private let memory: UnsafeMutableRawPointer
    let descriptor: Int32

    static let inheritedDescriptor: Int32 = 3

    /// Makes the page with two slots for each post, since a worker and its successor overlap.
    /// The corresponding C function is `memfd_create`.
    ///
    /// - Parameter lanesOfPosts: for each post the index of its lane.
    init(lanes: [Lane], listeners: [Int32], lanesOfPosts: [Int]) throws(SystemError) {
        precondition(lanes.count <= 8 && lanes.allSatisfy { (1...24).contains($0.name.utf8.count) }, "too much to name")
        let closeOnExec: UInt32 = 1
        let descriptor = unsafe memfd_create("status", closeOnExec)
        let layout = StatusPageLayout(slots: 2 * lanesOfPosts.count)
        guard descriptor >= 0, ftruncate(descriptor, layout.size) == 0 else {
            throw SystemError("memory of the status page")
        }
        try self.init(descriptor, layout)
        let head = StatusPageHead(
            lanes: lanes.map(\.name), inodes: listeners.map(ListenerQueue.inode), slots: layout.slots)
        unsafe self.head.initialize(to: head)
        unsafe counters.initialize(to: StatusPageCounters())
        for (index, lane) in (lanesOfPosts + lanesOfPosts).enumerated() {
            unsafe record(index).initialize(to: WorkerRecord(lane: lane))
        }
    }

    /// The page that the supervisor left as descriptor 3.
    public static func inherited() throws(SystemError) -> StatusPage {
        var status = stat()
        guard unsafe fstat(inheritedDescriptor, &status) == 0 else { throw SystemError("fstat of descriptor 3") }
        let layout = StatusPageLayout(size: Int(status.st_size))
        let page = try StatusPage(inheritedDescriptor, layout)
        guard unsafe page.head.pointee.isPage(of: layout) else {
            throw SystemError("descriptor 3 as a status page", code: EINVAL)
        }
        return page
    }

    private init(_ descriptor: Int32, _ layout: StatusPageLayout) throws(SystemError) {
        let memory = unsafe mmap(nil, layout.size, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0)
        guard let memory = unsafe memory, unsafe memory != MAP_FAILED else { throw SystemError("mmap") }
        unsafe self.memory = unsafe memory
        self.descriptor = descriptor
    }

    var lanes: [String] { unsafe head.pointee.laneNames }

    /// When the supervisor started.
    var startedAt: Instant { unsafe Instant(microseconds: head.pointee.startedAt) }

    /// Where the process that holds slot `index` records what it does.
    public func slot(_ index: Int) -> WorkerSlot {
        precondition((0..<slotCount).contains(index), "the page has no such slot")
        return unsafe WorkerSlot(page: self, index: index, record: record(index))
    }

    /// The two slots that the workers of a post use in turn.
    func slots(ofPost post: Int) -> [WorkerSlot] { [slot(post), slot(post + postCount)] }

    var postCount: Int { slotCount / 2 }

    /// The inode of a lane's socket.
    func inode(ofLane lane: Int) -> UInt32 { unsafe head.pointee.inodes[lane] }

    /// How many things the application can count.
    public static let counterCount = StatusPageCounters.count

    /// Counts what the application calls `number`, whichever process it happens in.
    public func count(_ number: Int) { unsafe counters.pointee.count(number) }

    var counts: [Int] { unsafe counters.pointee.values }

    /// Ends this process with SIGTERM when the supervisor ends, however it ends.
    /// The corresponding C constant is `PR_SET_PDEATHSIG`.
    public func endWithSupervisor() {
        _ = set_parent_death_signal(SIGTERM)
        if unsafe getppid() != head.pointee.supervisor { kill(getpid(), SIGTERM) }
    }

    private var slotCount: Int { unsafe head.pointee.slots }
    private var head: UnsafeMutablePointer<StatusPageHead> {
        unsafe memory.assumingMemoryBound(to: StatusPageHead.self)
    }
    private var counters: UnsafeMutablePointer<StatusPageCounters> {
        unsafe (memory + StatusPageLayout.counters).assumingMemoryBound(to: StatusPageCounters.self)
    }
    private func record(_ index: Int) -> UnsafeMutablePointer<WorkerRecord> {
        unsafe (memory + StatusPageLayout.record(index)).assumingMemoryBound(to: WorkerRecord.self)
    }
}
