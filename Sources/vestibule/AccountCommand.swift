import ArgumentParser
import Authentication
import FastCGI
import HTTP
import Site

/// Administers accounts from the server's own command line.
struct AccountCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "account", abstract: "Make, show and change accounts.",
        discussion: """
            Every change is in the audit log and binds from the person's next request on. Asking for what is so already \
            changes nothing and is no error.
            """,
        subcommands: [
            Add.self, Import.self, List.self, Show.self, SetPassword.self, SetRole.self, Disable.self, Enable.self,
            ResetSecondFactor.self,
        ])

    struct Add: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Make an account.",
            discussion: """
                The person signs in with the address and this password, and can set up two-factor and another password \
                on their profile. \(PasswordRule.sentence)

                  printf '%s\\n' "$password" |
                    vestibule account add ada@example.org --name Ada --password-stdin
                """)
        @Argument(help: Target.emailHelp) var email: EmailAddress
        @Option(help: "The name that is shown, 1 to 200 characters.") var name: ShortText
        @Option(help: Role.help) var role: Role = .user
        @Flag var source: PasswordSource

        func run() throws {
            let store = try Instance.read(part: "account").store()
            let password = try source.password(for: email, name: name.text, store)
            let new = try store.addAccount(
                email, name: name, role: role, password: password, on: .commandLine(at: Instant.now()))
            guard case .made = new else {
                throw Refusal("\(email.text) has an account already: choose another address, or change that account")
            }
        }
    }

    struct SetPassword: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Give an account another password, and end its sessions.",
            discussion: "The second factor stays as it is. \(PasswordRule.sentence)")
        @OptionGroup var target: Target
        @Flag var source: PasswordSource

        func run() throws {
            try target.change { store, account, occasion in
                let password = try source.password(for: account.email, name: account.name, store)
                return try store.setPassword(password, of: account.id, on: occasion)
            }
        }
    }

    struct SetRole: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Give an account another role.",
            discussion: "The last Super administrator stays one: give that role to somebody else first.")
        @OptionGroup var target: Target
        @Argument(help: Role.help) var role: Role

        func run() throws {
            try target.change { store, account, occasion in
                try store.setRole(role, of: account.id, by: .commandLine, on: occasion)
            }
        }
    }

    struct Disable: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Keep somebody out, from their next request on.",
            discussion: "Ends the account's sessions. The last Super administrator cannot be disabled.")
        @OptionGroup var target: Target

        func run() throws {
            try target.change { store, account, occasion in
                try store.disable(account.id, by: .commandLine, on: occasion)
            }
        }
    }

    struct Enable: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Let somebody in again.",
            discussion: "Password and second factor are those of before; the person has to sign in.")
        @OptionGroup var target: Target

        func run() throws {
            try target.change { store, account, occasion in
                try store.enable(account.id, by: .commandLine, on: occasion)
            }
        }
    }

    struct ResetSecondFactor: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "For a lost phone: remove the second factor, and end the account's sessions.",
            discussion: """
                The recovery codes die with it. The person signs in with the password alone and, where two-factor is \
                required of them, sets it up again before anything else. Make sure who is asking.
                """)
        @OptionGroup var target: Target

        func run() throws {
            try target.change { store, account, occasion in
                try store.resetSecondFactor(of: account.id, by: .commandLine, on: occasion)
            }
        }
    }
}
