public import ArgumentParser
public import Authentication
import FastCGI
import HTTP
import Site

/// The account that a command is about.
struct Target: ParsableArguments {
    @Argument(help: "The address that the person signs in with.") var email: EmailAddress

    var missing: Refusal { Refusal("there is no account \(email.text)") }

    /// Does `change` to the account, and says why where it was refused.
    func change(_ change: (borrowing Store, Account, Occasion) throws -> AccountChange) throws {
        let store = try Instance.read(part: "account").store()
        guard let account = try store.account(email) else { throw missing }
        switch try change(store, account, .commandLine(at: Instant.now())) {
        case .done, .unchanged: return
        case .noSuchAccount, .notAllowed: throw missing
        case .lastSuperAdministrator:
            throw Refusal("\(email.text) is the last Super administrator: make another one first")
        }
    }
}

extension EmailAddress: ExpressibleByArgument {
    public init?(argument: String) {
        self.init(argument.utf8)
    }
}

extension Role: ExpressibleByArgument {}

extension ShortText: ExpressibleByArgument {
    public init?(argument: String) {
        self.init(argument.utf8)
    }
}
