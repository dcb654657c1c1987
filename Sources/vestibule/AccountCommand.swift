import ArgumentParser
import Authentication
import FastCGI
import HTTP
import Site

/// Administers accounts from the server's own command line.
struct AccountCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "account", abstract: "Make, show and change accounts.",
        subcommands: [
            Add.self, List.self, Show.self, SetPassword.self, SetRole.self, Disable.self, Enable.self,
            ResetSecondFactor.self,
        ])

    struct Add: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Make an account.")
        @Argument(help: "The address that the person signs in with.") var email: EmailAddress
        @Option(help: "The name that is shown.") var name: ShortText
        @Option(help: "user, admin, it-admin or super-admin.") var role: Role = .user
        @Flag(help: "Read the password from the first line of standard input.") var passwordStdin = false

        func validate() throws {
            guard passwordStdin else { throw ValidationError("say --password-stdin, and write the password there") }
        }

        func run() throws {
            let store = try Instance.read(part: "account").store()
            let password = try Password.fromStandardInput(for: email, name: name.text, store)
            let isNew = try store.addAccount(
                email, name: name, role: role, password: password, on: .commandLine(at: Instant.now()))
            guard isNew else { throw Refusal("\(email.text) has an account already") }
        }
    }

    struct SetPassword: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Set another password; ends the account's sessions.")
        @OptionGroup var target: Target
        @Flag(help: "Read the password from the first line of standard input.") var passwordStdin = false

        func validate() throws {
            guard passwordStdin else { throw ValidationError("say --password-stdin, and write the password there") }
        }

        func run() throws {
            try target.change { store, account, occasion in
                let password = try Password.fromStandardInput(for: account.email, name: account.name, store)
                return try store.setPassword(password, of: account.id, on: occasion)
            }
        }
    }

    struct SetRole: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Give an account another role.")
        @OptionGroup var target: Target
        @Argument(help: "user, admin, it-admin or super-admin.") var role: Role

        func run() throws {
            try target.change { store, account, occasion in
                try store.setRole(role, of: account.id, by: .commandLine, on: occasion)
            }
        }
    }

    struct Disable: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Keep somebody out, from their next request on.")
        @OptionGroup var target: Target

        func run() throws {
            try target.change { store, account, occasion in
                try store.disable(account.id, by: .commandLine, on: occasion)
            }
        }
    }

    struct Enable: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Let somebody in again.")
        @OptionGroup var target: Target

        func run() throws {
            try target.change { store, account, occasion in
                try store.enable(account.id, by: .commandLine, on: occasion)
            }
        }
    }

    struct ResetSecondFactor: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "For a lost phone: remove the second factor and end the account's sessions.")
        @OptionGroup var target: Target

        func run() throws {
            try target.change { store, account, occasion in
                try store.resetSecondFactor(of: account.id, by: .commandLine, on: occasion)
            }
        }
    }
}
