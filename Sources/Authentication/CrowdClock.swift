/// What the codes of many people say of the server's clock. Networks set their phones' clocks, each apart from the others:
/// where most of them differ from the server by as much, it is the server that is wrong.
///
/// Their median decides, which no few people can move, however far off they are.
public struct CrowdClock: Equatable, Sendable {
    /// So many people make a crowd. With ten, six would have to be wrong at once, all of them in the same direction: where
    /// two phones in a hundred are, that happens once in a hundred million crowds. With five it would be once in ten
    /// thousand, and three colleagues could agree on it.
    public static let fewest = 10
    /// So many people are asked, those who gave a code last: when a clock goes wrong, half of them have soon come after it.
    public static let most = 25
    /// For how long somebody's latest code says something, in seconds.
    public static let memory: Int64 = 6 * 3_600

    /// How many were asked.
    public let people: Int
    /// By how many steps their clocks are ahead of the server's, or behind if negative.
    private let median: Int

    /// - Parameter steps: by how many steps each person's clock is ahead.
    ///
    /// Too few people say nothing. Where two stand in the middle, the one nearer to a right clock is believed.
    public init?(steps: [Int]) {
        guard steps.count >= CrowdClock.fewest else { return nil }
        let sorted = steps.sorted()
        let (lower, upper) = (sorted[(sorted.count - 1) / 2], sorted[sorted.count / 2])
        people = sorted.count
        median = lower > 0 ? lower : min(upper, 0)
    }

    /// By about how many seconds the server's clock is ahead, or behind if negative; 0 if it is right.
    ///
    /// Whoever types slowly gives the code of the step before, so a crowd may do that at a right clock. None gives the code
    /// of the step to come.
    public var secondsAhead: Int { median == -1 ? 0 : -median * Int(TimeStep.period) }

    /// Whether it is so wrong that the codes of most are refused.
    public var refusesMost: Bool { !TOTP.window.contains(median) }
}
