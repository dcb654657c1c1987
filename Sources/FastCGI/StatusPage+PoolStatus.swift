public import Metrics

extension StatusPage {
    /// What all of the pool does now, and has done so far.
    public var status: PoolStatus {
        let posts = (0..<postCount).map(slots(ofPost:))
        return PoolStatus(
            startedAt: startedAt,
            lanes: lanes.enumerated().map { lane, name in
                status(of: posts.filter { $0[0].lane == lane }, name: name, inode: inode(ofLane: lane))
            },
            counters: counts)
    }

    private func status(of posts: [[WorkerSlot]], name: String, inode: UInt32) -> LaneStatus {
        let slots = posts.flatMap { $0 }
        let counts = slots.map(\.counts)
        return LaneStatus(
            name: name, workers: slots.compactMap(\.status), queue: ListenerQueue.read(inode),
            answers: Answers(counts: sums(counts.map(\.answers), Answers.names.count)),
            durations: Histogram(
                counts: sums(counts.map(\.durations), Histogram.buckets),
                sum: .nanoseconds(counts.reduce(0) { $0 + $1.nanoseconds })),
            // Each slot remembers how many workers its post had before the one that took it.
            restarts: posts.reduce(0) { $0 + ($1.map(\.restarts).max() ?? 0) })
    }

    private func sums(_ rows: [[Int]], _ count: Int) -> [Int] {
        (0..<count).map { column in rows.reduce(0) { $0 + $1[column] } }
    }
}
