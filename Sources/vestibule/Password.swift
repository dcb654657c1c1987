import Authentication
import FastCGI
import Site

/// A new password, typed or piped to a command.
enum Password {
    /// Reads the first line of standard input; refuses what the account with this address and name should not use.
    static func fromStandardInput(
        for email: EmailAddress, name: String, _ store: borrowing Store
    ) throws -> [UInt8] {
        guard let password = StandardInput.firstLine() else {
            throw Refusal("standard input holds no password: write one there, in one line")
        }
        if let refusal = try store.refusal(of: password, for: email, name: name) { throw Refusal(refusal.sentence) }
        return password
    }
}
