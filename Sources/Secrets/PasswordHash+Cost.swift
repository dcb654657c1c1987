extension PasswordHash {
    /// How much work one hash is, for us and for whoever guesses.
    public struct Cost: Equatable, Sendable {
        /// In KiB.
        public let memory: Int
        public let passes: Int

        /// The least that is ever used (OWASP Password Storage).
        public static let floor = Cost(memory: 19_456, passes: 2)
        static let steps = [Cost(memory: 65_536, passes: 3), Cost(memory: 32_768, passes: 3), floor]

        init(memory: Int, passes: Int) {
            self.memory = memory
            self.passes = passes
        }

        /// Reads `m=32768,t=3`. Less than the floor, and more than a GiB or 64 passes, is taken for a mistake.
        public init?(parsing text: String) {
            let fields = text.utf8.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
            guard fields.count == 2, let memory = Decimal.value(fields[0].dropFirst(2)),
                let passes = Decimal.value(fields[1].dropFirst(2)),
                (Cost.floor.memory...1_048_576).contains(memory), (Cost.floor.passes...64).contains(passes)
            else { return nil }
            self.init(memory: memory, passes: passes)
            guard self.text.utf8.elementsEqual(text.utf8) else { return nil }
        }

        public var text: String { "m=\(memory),t=\(passes)" }

        /// The most work that an idle machine does in 100 ms, and that leaves it seven eighths of its memory
        /// when every core hashes at once.
        public static func calibrated(cores: Int, memoryBytes: Int) -> Cost {
            calibrated(cores: cores, memoryBytes: memoryBytes) { $0.duration() }
        }

        static func calibrated(cores: Int, memoryBytes: Int, duration: (Cost) -> Duration) -> Cost {
            steps.first { cores * $0.memory * 1_024 <= memoryBytes / 8 && duration($0) <= .milliseconds(100) } ?? floor
        }

        /// What one hash takes: the better of two, since the first one also fetches fresh memory.
        private func duration() -> Duration {
            let attempts = (1...2).map { _ in
                ContinuousClock().measure {
                    _ = Argon2id.tag(of: [], salt: [UInt8](repeating: 0, count: Parameters.saltCount), cost: self)
                }
            }
            return min(attempts[0], attempts[1])
        }
    }
}
