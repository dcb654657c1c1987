private import CLinux
private import Glibc
public import HTTP

/// What the pool's processes tell each other: a page of memory that the supervisor makes, and that
/// every process of the pool inherits as descriptor 3.
///
/// It stays mapped for as long as the process lives.
@safe public struct StatusPage {
    private let head: UnsafeMutablePointer<Head>
    private let slotRecords: UnsafeMutablePointer<SlotRecord>
    let descriptor: Int32

    static let inheritedDescriptor: Int32 = 3

    /// Makes the page with a slot for each member of `lanesOfSlots`, which are indices of `lanes`.
    /// The corresponding C function is `memfd_create`.
    init(lanes: [String], lanesOfSlots: [Int]) throws(SystemError) {
        precondition(lanes.count <= 8 && lanes.allSatisfy { (1...24).contains($0.utf8.count) }, "too much to name")
        let closeOnExec: UInt32 = 1
        let descriptor = unsafe memfd_create("status", closeOnExec)
        let size = Self.size(slots: lanesOfSlots.count)
        guard descriptor >= 0, ftruncate(descriptor, size) == 0 else { throw SystemError("memory of the status page") }
        try self.init(descriptor, slots: lanesOfSlots.count)
        unsafe head.initialize(to: Head(lanes: lanes, slotCount: lanesOfSlots.count))
        for (index, lane) in lanesOfSlots.enumerated() {
            unsafe (slotRecords + index).initialize(to: SlotRecord(lane: lane))
        }
    }

    /// The page that the supervisor left as descriptor 3.
    public static func inherited() throws(SystemError) -> StatusPage {
        var status = stat()
        guard unsafe fstat(inheritedDescriptor, &status) == 0 else { throw SystemError("fstat of descriptor 3") }
        let slots = (Int(status.st_size) - MemoryLayout<Head>.stride) / MemoryLayout<SlotRecord>.stride
        let page = try StatusPage(inheritedDescriptor, slots: max(0, slots))
        guard unsafe page.head.pointee.mark == Head.mark, unsafe page.head.pointee.slotCount == slots else {
            throw SystemError("descriptor 3 as a status page", code: EINVAL)
        }
        return page
    }

    private init(_ descriptor: Int32, slots: Int) throws(SystemError) {
        let headSize = MemoryLayout<Head>.stride
        let size = Self.size(slots: slots)
        let memory = unsafe mmap(nil, size, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0)
        guard let memory = unsafe memory, unsafe memory != MAP_FAILED else { throw SystemError("mmap") }
        unsafe head = unsafe memory.bindMemory(to: Head.self, capacity: 1)
        unsafe slotRecords = unsafe (memory + headSize).bindMemory(to: SlotRecord.self, capacity: slots)
        self.descriptor = descriptor
    }

    private static func size(slots: Int) -> Int {
        MemoryLayout<Head>.stride + slots * MemoryLayout<SlotRecord>.stride
    }

    public var lanes: [String] { unsafe head.pointee.laneNames }

    /// When the supervisor started.
    public var startedAt: Instant { unsafe Instant(microseconds: head.pointee.startedAt) }

    /// Where the process that holds slot `index` records what it does.
    public func slot(_ index: Int) -> WorkerSlot {
        precondition((0..<count).contains(index), "the page has no such slot")
        return unsafe WorkerSlot(page: self, index: index, record: slotRecords + index)
    }

    /// What every slot says now, those without a worker included: their requests count on.
    public var slots: [WorkerStatus] {
        let lanes = self.lanes
        return (0..<count).map { slot($0).status(lanes: lanes) }
    }

    /// Ends this process with SIGTERM when the supervisor ends, however it ends.
    /// The corresponding C constant is `PR_SET_PDEATHSIG`.
    public func endWithSupervisor() {
        _ = set_parent_death_signal(SIGTERM)
        if unsafe getppid() != head.pointee.supervisor { kill(getpid(), SIGTERM) }
    }

    private var count: Int { unsafe head.pointee.slotCount }

    /// What does not change while the pool runs.
    private struct Head {
        static let mark: UInt64 = 0x5645_5354_4942_0001

        let mark = Head.mark
        let supervisor = getpid()
        let startedAt = Instant.now().microseconds
        let slotCount: Int
        private let names: InlineArray<8, InlineArray<24, UInt8>>

        init(lanes: [String], slotCount: Int) {
            self.slotCount = slotCount
            names = InlineArray { index in
                let name = index < lanes.count ? Array(lanes[index].utf8) : []
                return InlineArray { $0 < name.count ? name[$0] : 0 }
            }
        }

        var laneNames: [String] {
            names.indices.map { index in
                let bytes = names[index].indices.map { names[index][$0] }
                return String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            .filter { !$0.isEmpty }
        }
    }
}
