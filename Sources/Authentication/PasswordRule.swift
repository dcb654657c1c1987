/// What a new password must be: long, and not what is guessed first. There is nothing about its characters.
public enum PasswordRule {
    /// In code points (NIST SP 800-63B).
    public static let fewest = 12
    /// In bytes; hashing more serves nobody but an attacker.
    public static let longest = 1_024

    /// The whole rule, for whoever is about to choose.
    public static let sentence =
        "At least \(fewest) characters, but no common password, and not your own name or address."

    /// Why a password cannot be used. The bounds apart, it is the whole password that is compared, not a part of it.
    public enum Refusal: Equatable, Sendable {
        case tooShort
        case tooLong
        case common
        case ownAddress
        case ownName
        case siteName

        /// For the person who typed it.
        public var sentence: String {
            switch self {
            case .tooShort: "Choose a password of at least \(fewest) characters."
            case .tooLong: "Choose a password of at most \(longest) bytes."
            case .common: "This password is a common one, which is guessed first. Choose another."
            case .ownAddress: "This password is the account's own address or a part of it. Choose another."
            case .ownName: "This password is the account's own name or a part of it. Choose another."
            case .siteName: "This password is the name or the address of this site. Choose another."
            }
        }
    }

    /// Why `password` cannot be used, if it cannot: the reason that says most. The list of common ones is only asked
    /// for when the password is not too long to be looked up.
    public static func refusal(
        of password: [UInt8], in context: PasswordContext, common: @autoclosure () throws -> CommonPasswords
    ) rethrows -> Refusal? {
        if password.count > longest { return .tooLong }
        if try common().contains(password) { return .common }
        return context.refusal(of: password) ?? (length(of: password) < fewest ? .tooShort : nil)
    }

    /// Counts code points, so that a person's emoji and a machine's bytes count as what they are.
    private static func length(of password: [UInt8]) -> Int {
        let isText = (try? UTF8Span(validating: password.span)) != nil
        return isText ? password.count { $0 & 0b1100_0000 != 0b1000_0000 } : password.count
    }
}
