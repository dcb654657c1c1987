/// What a new password must be. There is nothing about its characters: length is what makes it hard to guess.
public enum PasswordRule {
    /// In code points (NIST SP 800-63B).
    public static let fewest = 12
    /// In bytes; hashing more serves nobody but an attacker.
    public static let longest = 1_024

    public enum Refusal: Equatable, Sendable {
        case tooShort
        case tooLong

        /// For the person who typed it.
        public var sentence: String {
            switch self {
            case .tooShort: "Choose a password of at least \(fewest) characters."
            case .tooLong: "Choose a password of at most \(longest) bytes."
            }
        }
    }

    /// Why `password` cannot be used, if it cannot.
    public static func refusal(of password: [UInt8]) -> Refusal? {
        if password.count > longest { return .tooLong }
        return length(of: password) < fewest ? .tooShort : nil
    }

    /// Counts code points, so that a person's emoji and a machine's bytes count as what they are.
    private static func length(of password: [UInt8]) -> Int {
        let isText = (try? UTF8Span(validating: password.span)) != nil
        return isText ? password.count { $0 & 0b1100_0000 != 0b1000_0000 } : password.count
    }
}
