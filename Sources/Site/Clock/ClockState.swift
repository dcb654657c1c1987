public import Authentication

/// What is known of the clock of this host.
public struct ClockState: Equatable, Sendable {
    /// By how many microseconds it is ahead of the database's, or behind if negative.
    public let microsecondsAheadOfDatabase: Int64
    /// What people's codes say of it; `nil` while too few have given one.
    public let crowd: CrowdClock?
    /// Whether something keeps it right, by the word of the system; `nil` where that says nothing.
    public let isSynchronised: Bool?

    /// By how many microseconds two clocks differ that are not kept right both.
    private static let noticeable: Int64 = 2_000_000

    /// Whether it agrees with every other clock that is known of.
    var isRight: Bool { findings.allSatisfy { $0 == .isUnsynchronised } }

    /// What somebody has to see to, the worst first.
    ///
    /// A system that knows of nothing that keeps its clock may be kept right from outside, as virtual machines are: where
    /// people's codes show that the clock is right, they are believed.
    public var findings: [ClockFinding] {
        var findings: [ClockFinding] = []
        if abs(microsecondsAheadOfDatabase) > ClockState.noticeable {
            findings.append(.differsFromDatabase(secondsAhead: microsecondsAheadOfDatabase / 1_000_000))
        }
        if let crowd, crowd.secondsAhead != 0 { findings.append(.differsFromPeople(crowd)) }
        if isSynchronised == false, crowd?.secondsAhead != 0 { findings.append(.isUnsynchronised) }
        return findings.filter(\.refusesCodes) + findings.filter { !$0.refusesCodes }
    }
}
