import ArgumentParser
import Authentication
import FastCGI
import HTTP
import Site

extension AccountCommand {
    struct Import: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Make accounts for the people of another system, who keep their passwords.",
            discussion: """
                FILE is CSV whose first line names the columns email, name, role (user if empty or left out) and \
                password_hash; or it is a file of htpasswd, name:hash, one a line. All of it is imported or none, and each \
                line that cannot be is named with the reason. The hash is bcrypt ($2y$, $2b$, $2a$, and WordPress's \
                $wp$2y$), Argon2id, yescrypt ($y$), or SHA-512 or SHA-256 crypt ($6$, $5$). The first sign-in of each person \
                replaces it by a hash of ours.

                  vestibule account import people.csv --dry-run
                  vestibule account import .htpasswd --domain example.org
                """)
        @Argument(help: "The file, or /dev/stdin.") var file: String
        @Option(help: "The domain of the addresses, where a file of htpasswd has names alone.") var domain: String?
        @Flag(help: "Say what would happen, and change nothing.") var dryRun = false

        func validate() throws {
            guard domain.map({ EmailAddress("a@\($0)".utf8) != nil }) ?? true else {
                throw ValidationError("--domain is a domain such as example.org")
            }
        }

        func run() throws {
            guard let bytes = TextFile.bytes(of: file) else {
                throw Refusal("cannot read \(file): check its name, and who may read it")
            }
            let store = try Instance.read(part: "account").store()
            var people = AccountFile.read(bytes, named: file, domain: domain)
            people.refuse(try store.taken(of: people.accounts))
            guard people.refusals.isEmpty else {
                for refusal in people.refusals { print(refusal) }
                throw Refusal(
                    "nothing was imported: mend or remove the \(people.refusals.count) of \(people.count) lines that are "
                        + "named above, then try again")
            }
            guard !people.accounts.isEmpty else { throw Refusal("\(file) has no line with an account") }
            let new = try dryRun ? .made : store.importAccounts(people.accounts, on: .commandLine(at: Instant.now()))
            if case .addressIsTaken(let email) = new {
                throw Refusal("nothing was imported: \(email.text) got an account meanwhile; try again")
            }
            print("\(dryRun ? "would import" : "imported") \(people.summary)")
        }
    }
}

extension AccountFile {
    /// How many there are, and of which roles.
    fileprivate var summary: String {
        let counts = Dictionary(grouping: accounts, by: \.role).mapValues(\.count)
        let roles = Role.allCases.compactMap { role in counts[role].map { "\($0) \(role.rawValue)" } }
        return "\(accounts.count) \(accounts.count == 1 ? "account" : "accounts"): \(roles.joined(separator: ", "))"
    }
}
