public import Authentication

/// Something about this host's clock that somebody has to see to.
public enum ClockFinding: Equatable, Sendable {
    case differsFromDatabase(secondsAhead: Int64)
    case differsFromPeople(CrowdClock)
    case isUnsynchronised

    /// How many seconds two clocks may be apart before no code can be judged by them.
    static let tolerance: Int64 = 30

    /// Whether right codes are refused because of it, so that a monitor has to send people elsewhere.
    public var refusesCodes: Bool {
        switch self {
        case .differsFromDatabase(let seconds): abs(seconds) > ClockFinding.tolerance
        case .differsFromPeople(let crowd): crowd.refusesMost
        case .isUnsynchronised: false
        }
    }

    /// What is wrong, in one sentence.
    public var sentence: String {
        switch self {
        case .differsFromDatabase(let seconds):
            "The clock is \(abs(seconds)) s \(seconds > 0 ? "ahead of" : "behind") the database's"
                + (refusesCodes ? ": codes are refused until both agree." : ".")
        case .differsFromPeople(let crowd):
            "The clock is about \(abs(crowd.secondsAhead)) s \(crowd.secondsAhead > 0 ? "fast" : "slow"), by the codes of "
                + "the last \(crowd.people) people" + (refusesCodes ? ": most of them are refused." : ".")
        case .isUnsynchronised:
            "The system knows of nothing that keeps its clock right."
        }
    }

    /// What to do about it, each command in backquotes.
    public var remedy: String {
        switch self {
        case .differsFromDatabase:
            "Set the one that is wrong: \(ClockFinding.setting)"
        case .differsFromPeople:
            "Set it: \(ClockFinding.setting)"
        case .isUnsynchronised:
            "If the machine that hosts this one does, all is well; if not, `apt-get install chrony`."
        }
    }

    private static let setting =
        "`timedatectl` says what keeps it right; where that is chrony, `chronyc makestep` sets it at once."
}
