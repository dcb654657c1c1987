public import Metrics

/// Where the site counts what happens, and what the whole pool has counted and does now.
///
/// Both are lent by whoever runs the site: it knows nothing of other processes.
public struct Tally {
    private let add: (Int) -> Void
    /// `nil` in a process that belongs to no pool.
    let read: () -> PoolStatus?

    /// - Parameter add: counts one more of what has that number, which is below the number of events.
    public init(add: @escaping (Int) -> Void, read: @escaping () -> PoolStatus?) {
        self.add = add
        self.read = read
    }

    /// For what runs by itself, such as a command.
    public static var none: Tally { Tally(add: { _ in }, read: { nil }) }

    func count(_ event: Event) { add(Event.allCases.firstIndex(of: event)!) }
}

extension PoolStatus {
    /// How often each event has happened in the pool.
    var events: [(event: Event, count: Int)] { Array(zip(Event.allCases, counters)).map { (event: $0, count: $1) } }
}
