import Secrets

/// When somebody failed lately, to the second, the oldest first; whether they may try again follows from it.
public struct Failures: Equatable, Sendable {
    private let moments: [Int64]

    private init(moments: [Int64]) {
        self.moments = moments
    }

    /// Reads what ``stored`` wrote.
    public init(stored: [UInt8]) {
        moments = stride(from: 0, to: stored.count - 7, by: 8).map { start in
            stored[start..<start + 8].reduce(0) { $0 << 8 | Int64($1) }
        }
    }

    /// Eight bytes a failure, for the database.
    public var stored: [UInt8] { moments.flatMap(bigEndianBytes) }

    /// Until when there is no further try, in seconds since 1970; `nil` if there may be one now.
    public func blockedUntil(at now: Int64, by allowance: Allowance) -> Int64? {
        // What a clock that was wrong wrote into the future counts as now, or it would last until then.
        let moments = moments.map { min($0, now) }
        return allowance.end(after: moments).flatMap { $0 > now ? $0 : nil }
    }

    /// The same with a try at `now` that counts as failed until it is known to be right.
    public func adding(_ now: Int64, by allowance: Allowance) -> Failures {
        let remembered = moments.map { min($0, now) }.filter { $0 > now - allowance.memory }
        return Failures(moments: (remembered + [now]).suffix(allowance.count))
    }

    /// The same without the try at `moment`, which was none.
    public func removing(_ moment: Int64) -> Failures {
        var moments = moments
        if let index = moments.lastIndex(of: moment) { moments.remove(at: index) }
        return Failures(moments: moments)
    }
}
