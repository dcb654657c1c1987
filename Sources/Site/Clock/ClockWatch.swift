public import HTTP

/// Decides what a log is told of the clock: that something begins or becomes worse, once an hour that it lasts, and that it
/// is over.
public struct ClockWatch {
    private var told: [Subject: Told] = [:]

    public init() {}

    public enum News: Equatable, Sendable {
        case found(ClockFinding)
        /// With what was said of it last.
        case over(ClockFinding)
    }

    public mutating func news(of clock: ClockState, at now: Instant) -> [News] {
        let findings = Dictionary(uniqueKeysWithValues: clock.findings.map { (Subject($0), $0) })
        var news: [News] = []
        for subject in Subject.allCases {
            guard let finding = findings[subject] else {
                if let last = told.removeValue(forKey: subject) { news.append(.over(last.finding)) }
                continue
            }
            guard isNews(finding, after: told[subject], at: now) else { continue }
            told[subject] = (finding, now)
            news.append(.found(finding))
        }
        return news
    }

    private typealias Told = (finding: ClockFinding, at: Instant)

    private func isNews(_ finding: ClockFinding, after last: Told?, at now: Instant) -> Bool {
        guard let last else { return true }
        return finding.refusesCodes && !last.finding.refusesCodes
            || abs(now.microseconds - last.at.microseconds) >= 3_600 * 1_000_000
    }

    /// What a finding is about, whatever the seconds.
    private enum Subject: CaseIterable {
        case database
        case people
        case system

        init(_ finding: ClockFinding) {
            self =
                switch finding {
                case .differsFromDatabase: .database
                case .differsFromPeople: .people
                case .isUnsynchronised: .system
                }
        }
    }
}
