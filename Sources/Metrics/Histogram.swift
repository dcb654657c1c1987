/// How many requests took how long.
public struct Histogram: Equatable, Sendable {
    /// How many fell between two bounds; the last bucket is for whatever took longer than all of them.
    private let counts: [Int]
    /// How long all of them took together.
    public let sum: Duration

    /// The upper bounds of the buckets, in microseconds: a check for a site takes a few hundred, a page some thousand, a
    /// sign-in that hashes a hundred thousand, and what waits for a database that is away a few million.
    public static let bounds: InlineArray<_, Int> = [
        50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 25_000, 50_000, 100_000, 250_000, 500_000, 1_000_000, 2_500_000,
        5_000_000, 10_000_000,
    ]
    public static let buckets = bounds.count + 1

    /// - Parameter counts: one for each bucket.
    public init(counts: [Int], sum: Duration) {
        precondition(counts.count == Histogram.buckets, "a count for each bucket")
        self.counts = counts
        self.sum = sum
    }

    public var count: Int { counts.reduce(0, +) }

    /// How many took at most as long as each bound, and the bound; all of them at the end, with none.
    public var cumulative: [(bound: Duration?, count: Int)] {
        var sum = 0
        return counts.enumerated().map { index, count in
            sum += count
            return (index < Histogram.bounds.count ? .microseconds(Histogram.bounds[index]) : nil, sum)
        }
    }

    /// The number of the bucket for what took so long.
    public static func bucket(nanoseconds: Int64) -> Int {
        var index = 0
        while index < bounds.count, nanoseconds > bounds[index] * 1_000 { index += 1 }
        return index
    }
}
