import Authentication
import FastCGI

/// A new password, typed or piped to a command.
enum Password {
    /// Reads the first line of standard input; refuses what nobody should use.
    static func fromStandardInput() throws -> [UInt8] {
        guard let password = StandardInput.firstLine() else { throw Refusal("standard input holds no password") }
        if let refusal = PasswordRule.refusal(of: password) { throw Refusal(refusal.sentence) }
        return password
    }
}
