import Secrets

/// When somebody failed lately, to the second, the oldest first; whether they may try again follows from it.
public struct Attempts: Equatable, Sendable {
    private let failures: [Int64]

    private init(failures: [Int64]) {
        self.failures = failures
    }

    /// Reads what ``stored`` wrote.
    public init(stored: [UInt8]) {
        failures = stride(from: 0, to: stored.count - 7, by: 8).map { start in
            stored[start..<start + 8].reduce(0) { $0 << 8 | Int64($1) }
        }
    }

    public var stored: [UInt8] { failures.flatMap(bigEndianBytes) }

    /// Until when there is no further try, in seconds since 1970; `nil` if there may be one now.
    public func blockedUntil(at now: Int64, by allowance: Allowance) -> Int64? {
        // What a clock that was wrong wrote into the future counts as now, or it would last until then.
        let failures = failures.map { min($0, now) }
        return allowance.end(after: failures).flatMap { $0 > now ? $0 : nil }
    }

    /// The same with a try at `now` that counts as failed until it is known to be right.
    public func adding(_ now: Int64, by allowance: Allowance) -> Attempts {
        let remembered = failures.map { min($0, now) }.filter { $0 > now - allowance.memory }
        return Attempts(failures: (remembered + [now]).suffix(allowance.count))
    }

    /// The same without the try at `moment`, which was none.
    public func removing(_ moment: Int64) -> Attempts {
        var failures = failures
        if let index = failures.lastIndex(of: moment) { failures.remove(at: index) }
        return Attempts(failures: failures)
    }
}

/// How often somebody may fail.
public enum Allowance: Equatable, Sendable {
    /// In each of the windows so many failures, and then no try until one of them is older than the window.
    case windows([Window])
    /// So many failures in an hour, and after each further one a wait twice as long, from a minute to a quarter of an
    /// hour.
    case growingWait(after: Int)

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
    fileprivate func end(after failures: [Int64]) -> Int64? {
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
