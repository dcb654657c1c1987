public import HTTP

/// How many requests were answered, by the first digit of the status.
public struct Answers: Equatable, Sendable {
    private let counts: [Int]

    /// The classes; what there is besides counts for the nearest one.
    public static let names = ["2xx", "3xx", "4xx", "5xx"]

    /// - Parameter counts: one for each of `names`.
    public init(counts: [Int]) {
        precondition(counts.count == Answers.names.count, "a count for each class")
        self.counts = counts
    }

    public var total: Int { counts.reduce(0, +) }

    public var byClass: [(name: String, count: Int)] {
        Array(zip(Answers.names, counts)).map { (name: $0, count: $1) }
    }

    /// The number of the class of `status`, counted from 0.
    public static func number(of status: Status) -> Int {
        min(max(status.rawValue / 100 - 2, 0), 3)
    }
}
