public import ArgumentParser
public import Authentication
import FastCGI
import HTTP
import Site

/// The account that a command is about.
struct Target: ParsableArguments {
    @Argument(help: Target.emailHelp) var email: EmailAddress

    static let emailHelp: ArgumentHelp = "The address that the person signs in with, such as ada@example.org."

    var missing: Refusal { Refusal("there is no account \(email.text): see `vestibule account list`") }

    /// Does `change` to the account, and says why where it was refused.
    func change(_ change: (borrowing Store, Account, Occasion) throws -> AccountChange) throws {
        let store = try Instance.read(part: "account").store()
        guard let account = try store.account(email) else { throw missing }
        switch try change(store, account, .commandLine(at: Instant.now())) {
        case .done, .unchanged: return
        case .notAllowed: throw Refusal("only a Super administrator may change \(email.text)")
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

extension Role: ExpressibleByArgument {
    static let help: ArgumentHelp = """
        What the person may reach: a user the portal, the others the console too; super-admin alone may also change \
        administrators.
        """
}

extension ShortText: ExpressibleByArgument {
    public init?(argument: String) {
        self.init(argument.utf8)
    }
}
