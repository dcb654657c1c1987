public import Secrets

/// Time-based one-time passwords (RFC 6238) with SHA-1, six digits and steps of 30 seconds.
public enum TOTP {
    /// How many steps the phone's clock may be early or late.
    static let window = -1...1

    /// The code that an authenticator with `key` shows during `step` (RFC 4226 §5.3).
    public static func code(for key: borrowing Secret, at step: TimeStep) -> OneTimeCode {
        let hash = HMAC.sha1(bigEndianBytes(step.number), key: key)
        let offset = Int(hash[hash.count - 1] & 0xF)
        let number = hash[offset..<(offset + 4)].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        return OneTimeCode(lastDigitsOf: number & 0x7FFF_FFFF)
    }

    public enum Match: Equatable, Sendable {
        case matched(TimeStep)
        /// It belongs to a step that was accepted before, or to an older one.
        case alreadyUsed(TimeStep)
        case noMatch
    }

    /// The step within the window to which `code` belongs, if it is later than `last`.
    ///
    /// Every step is always tried, so that the time taken does not tell which one it was.
    public static func step(
        matching code: OneTimeCode, for key: borrowing Secret, at now: TimeStep, after last: TimeStep?
    ) -> Match {
        var match = Match.noMatch
        for offset in window {
            let step = now.advanced(by: offset)
            let isMatch = self.code(for: key, at: step).matches(code)
            let isLater = last.map { step > $0 } ?? true
            if isMatch { match = isLater ? .matched(step) : .alreadyUsed(step) }
        }
        return match
    }

    /// By how many steps the clock that made `code` is ahead of ours, or behind if negative; within ten minutes.
    ///
    /// This helps a person who sets up a phone with a wrong clock, and many of them together to show that ours is wrong.
    /// It accepts nothing.
    public static func drift(of code: OneTimeCode, for key: borrowing Secret, at now: TimeStep) -> Int? {
        var drift: Int?
        for distance in (1...20).reversed() {
            for offset in [-distance, distance]
            where self.code(for: key, at: now.advanced(by: offset)).matches(code) {
                drift = offset
            }
        }
        return drift
    }
}
