private import Secrets

/// A six-digit code as a person types it: `123456`, `123 456` or `123-456`.
public struct OneTimeCode: Sendable, CustomReflectable {
    public let digits: [UInt8]

    public init?(_ typed: some Sequence<UInt8>) {
        let digits = typed.filter { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "-") }
        guard digits.count == 6, digits.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains) else {
            return nil
        }
        self.digits = digits
    }

    /// The last six digits of `number`, with their leading zeros.
    init(lastDigitsOf number: UInt32) {
        let powers: [UInt32] = [100_000, 10_000, 1_000, 100, 10, 1]
        digits = powers.map { UInt8(ascii: "0") + UInt8(number / $0 % 10) }
    }

    /// Whether they are the same code, found out in a time that does not tell where they differ.
    func matches(_ other: OneTimeCode) -> Bool { isEqualInConstantTime(digits, other.digits) }

    /// Prints as nothing, so that no log can hold it.
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}
