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
        allowance.end(after: known(at: now)).flatMap { $0 > now ? $0 : nil }
    }

    /// The same with a try at `now` that counts as failed until it is known to be right.
    public func adding(_ now: Int64, by allowance: Allowance) -> Failures {
        let known = known(at: now).filter { $0 > now - allowance.memory } + [now]
        let ahead = moments.filter { $0 > now + Failures.skew }
        return Failures(moments: known.suffix(allowance.count) + ahead.prefix(allowance.count))
    }

    /// How far ahead another host's clock may be, in seconds.
    private static let skew: Int64 = 60

    /// What is further ahead counts when its time has come: one of two clocks is wrong, and a block must end by this one.
    private func known(at now: Int64) -> [Int64] {
        moments.filter { $0 <= now + Failures.skew }.map { min($0, now) }
    }

    /// The same without the try at `moment`, which was none.
    public func removing(_ moment: Int64) -> Failures {
        var moments = moments
        if let index = moments.lastIndex(of: moment) { moments.remove(at: index) }
        return Failures(moments: moments)
    }
}
