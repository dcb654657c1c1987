/// The 30 seconds in which an authenticator app shows one code, counted from 1970 (RFC 6238 §4.2).
public struct TimeStep: Hashable, Comparable, Sendable {
    public let number: Int64

    /// In seconds.
    public static let period: Int64 = 30

    public init(number: Int64) {
        self.number = number
    }

    public init(unixSeconds: Int64) {
        let (quotient, remainder) = unixSeconds.quotientAndRemainder(dividingBy: TimeStep.period)
        number = remainder < 0 ? quotient - 1 : quotient
    }

    public func advanced(by steps: Int) -> TimeStep { TimeStep(number: number + Int64(steps)) }

    public static func < (earlier: TimeStep, later: TimeStep) -> Bool { earlier.number < later.number }
}
