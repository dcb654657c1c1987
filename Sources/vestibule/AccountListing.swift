import ArgumentParser
import Authentication
import FoundationEssentials
import HTTP
import Site

extension AccountCommand {
    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print every account, one a line.",
            discussion: """
                In the order of the addresses, with tabs between address, role, two-factor or password-only, enabled or \
                disabled, the last sign-in (RFC 3339 in UTC, or never), and the name, which may hold spaces.
                """)
        @Flag(help: "Print JSON, for programs.") var json = false

        func run() throws {
            let store = try Instance.read(part: "account").store()
            var summaries: [AccountSummary] = []
            var page = try store.accounts()
            while let last = page.last {
                summaries += page.map(AccountSummary.init)
                page = try store.accounts(after: last.email)
            }
            if json { return try printJSON(summaries) }
            for summary in summaries { print(summary.line) }
        }
    }

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Print one account, a fact a line.")
        @OptionGroup var target: Target
        @Flag(help: "Print JSON, for programs.") var json = false

        func run() throws {
            let store = try Instance.read(part: "account").store()
            guard let account = try store.account(target.email) else { throw target.missing }
            let summary = AccountSummary(account)
            if json { return try printJSON(summary) }
            print(summary.paragraph)
        }
    }
}

/// An account as the command line prints it. Times are RFC 3339 in UTC.
struct AccountSummary: Encodable {
    let email: String
    let name: String
    let role: String
    let secondFactor: Bool
    let disabled: Bool
    let createdAt: String
    let lastSignInAt: String?

    init(_ account: Account) {
        email = account.email.text
        name = account.name
        role = account.role.rawValue
        secondFactor = account.hasSecondFactor
        disabled = account.disabledAt != nil
        createdAt = Moment(account.createdAt).machine
        lastSignInAt = account.lastSignInAt.map { Moment($0).machine }
    }

    var line: String {
        [
            email, role, secondFactor ? "two-factor" : "password-only", disabled ? "disabled" : "enabled",
            lastSignInAt ?? "never", name,
        ].joined(separator: "\t")
    }

    var paragraph: String {
        """
        email          \(email)
        name           \(name)
        role           \(role)
        two-factor     \(secondFactor ? "enabled" : "not configured")
        account        \(disabled ? "disabled" : "enabled")
        created        \(createdAt)
        last sign-in   \(lastSignInAt ?? "never")
        """
    }
}
