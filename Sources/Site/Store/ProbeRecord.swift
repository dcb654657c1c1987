public import HTTP

/// How the doors of the sites behind the gate were found, when somebody without a session asked for them.
public struct ProbeRecord: Sendable {
    public let at: Instant
    public let doors: [Door]

    public init(at: Instant, doors: [Door]) {
        self.at = at
        self.doors = doors
    }

    /// What one address answered.
    public struct Door: Sendable {
        public let address: String
        public let outcome: Outcome
        /// What whoever asked was told, or why nobody could be asked.
        public let words: String

        public init(address: String, outcome: Outcome, words: String) {
            self.address = address
            self.outcome = outcome
            self.words = words
        }
    }

    public enum Outcome: String, Sendable {
        case shut
        case open
        case notTried = "not-tried"
    }

    func count(_ outcome: Outcome) -> Int { doors.count { $0.outcome == outcome } }
}
