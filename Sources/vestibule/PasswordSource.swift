import ArgumentParser
import Authentication
import FastCGI
import Site

/// Where a command takes a password from: never its own words, which everybody on the machine can read.
enum PasswordSource: EnumerableFlag {
    case passwordStdin

    static func help(for source: PasswordSource) -> ArgumentHelp? {
        "Read the password from the first line of standard input; there is no other way to give it."
    }

    /// Reads it, and refuses what the account with this address and name should not use.
    func password(for email: EmailAddress, name: String, _ store: borrowing Store) throws -> [UInt8] {
        guard let password = StandardInput.firstLine() else {
            throw Refusal("standard input holds no password: write one there, in one line")
        }
        if let refusal = try store.refusal(of: password, for: email, name: name) { throw Refusal(refusal.sentence) }
        return password
    }
}
