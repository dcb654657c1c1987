/// How often somebody may fail.
public enum Allowance: Equatable, Sendable {
    /// In each of the windows so many failures, and then no try until one of them is older than the window.
    case windows([Window])
    /// So many failures in an hour, and after each further one a wait twice as long, from a minute to a quarter of an
    /// hour.
    case growingWait(after: Int)

    /// A stretch of time, and how many failures it may hold.
    public struct Window: Equatable, Sendable {
        let failures: Int
        let seconds: Int64
    }

    /// For the codes of an account: at six digits and three live codes, a day's thirty are a chance of 1 in 11,000.
    public static let codes = Allowance.windows([
        Window(failures: 10, seconds: 3_600), Window(failures: 30, seconds: 86_400),
    ])
    /// For the password of an account: nobody who does not know it keeps its owner waiting for longer than that.
    public static let passwords = Allowance.growingWait(after: 10)
    /// For all passwords that are tried from one place.
    public static let network = Allowance.windows([Window(failures: 60, seconds: 900)])

    /// For how long a failure matters, in seconds.
    public var memory: Int64 {
        switch self {
        case .windows(let windows): windows.map(\.seconds).max() ?? 0
        case .growingWait: 3_600
        }
    }

    /// How many failures are worth remembering.
    var count: Int {
        switch self {
        case .windows(let windows): windows.map(\.failures).max() ?? 0
        // Five more than are free: by then the wait has grown as long as it gets.
        case .growingWait(let free): free + 5
        }
    }

    /// When the wait after `failures` ends, if there is one.
    func end(after failures: [Int64]) -> Int64? {
        switch self {
        case .windows(let windows):
            windows.compactMap { window in
                failures.count < window.failures ? nil : failures[failures.count - window.failures] + window.seconds
            }.max()
        case .growingWait(let free):
            failures.last.flatMap { last in
                let further = failures.count { $0 > last - memory } - free
                return further < 0 ? nil : last + min(60 << Int64(further), 900)
            }
        }
    }
}
