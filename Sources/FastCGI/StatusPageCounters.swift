internal import Synchronization

/// What the application counts. It happens seldom, so that all processes count in one place.
struct StatusPageCounters: ~Copyable {
    static let count = Counters.count

    private typealias Counters = InlineArray<64, Atomic<Int>>
    private let counters = Counters { _ in Atomic(0) }

    func count(_ number: Int) { counters[number].wrappingAdd(1, ordering: .relaxed) }

    var values: [Int] { counters.indices.map { counters[$0].load(ordering: .relaxed) } }
}
