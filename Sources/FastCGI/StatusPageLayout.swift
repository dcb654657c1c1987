/// Where in the status page each part begins, in bytes.
///
/// No two parts share a line of the processor's cache, nor the pair of lines that it may fetch at once: workers do not slow
/// each other down by counting.
struct StatusPageLayout {
    let slots: Int

    static let counters = lines(MemoryLayout<StatusPageHead>.size)
    private static let records = counters + lines(MemoryLayout<StatusPageCounters>.size)
    private static let recordSize = lines(MemoryLayout<WorkerRecord>.size)

    init(slots: Int) {
        self.slots = slots
    }

    /// The layout of a page of `size` bytes.
    init(size: Int) {
        slots = max(0, size - StatusPageLayout.records) / StatusPageLayout.recordSize
    }

    var size: Int { StatusPageLayout.record(slots) }

    static func record(_ index: Int) -> Int { records + index * recordSize }

    /// `size`, rounded up to whole pairs of lines.
    private static func lines(_ size: Int) -> Int { (size + 127) / 128 * 128 }
}
