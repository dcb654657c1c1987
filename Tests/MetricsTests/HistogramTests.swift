import HTTP
import Metrics
import Testing

@Suite struct `A histogram` {
    @Test(arguments: [
        (0, 0), (50_000, 0), (50_001, 1), (400_000, 3), (500_000, 3), (500_001, 4), (100_000_000, 10),
        (10_000_000_000, 16), (10_000_000_001, 17), (.max, 17),
    ])
    func `Puts what took so long between two bounds`(nanoseconds: Int64, bucket: Int) {
        #expect(Histogram.bucket(nanoseconds: nanoseconds) == bucket)
    }

    @Test func `Has bounds that grow`() {
        let bounds = Histogram.bounds.indices.map { Histogram.bounds[$0] }
        #expect(bounds == Set(bounds).sorted())
    }

    @Test func `Contains in each bucket those before it`() {
        let histogram = Histogram(counts: Array(repeating: 2, count: Histogram.buckets), sum: .seconds(1))
        #expect(histogram.cumulative.map(\.count) == (1...Histogram.buckets).map { 2 * $0 })
        #expect(histogram.cumulative.last?.bound == nil)
        #expect(histogram.count == 2 * Histogram.buckets)
    }

    @Test(arguments: [(200, 0), (204, 0), (303, 1), (401, 2), (422, 2), (500, 3), (503, 3), (100, 0), (700, 3)])
    func `Knows the class of each status`(status: Int, number: Int) {
        #expect(Answers.number(of: Status(rawValue: status)) == number)
    }
}
