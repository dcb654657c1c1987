import ArgumentParser
import Authentication
import FastCGI
import FoundationEssentials
import HTTP
import MariaDB
import Secrets
import Site

/// Does what the first start needs and later ones find done: a key ring, and the first Super administrator.
struct Install: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Make the key ring and the first Super administrator, where there are none.",
        discussion: """
            The address and password come from the variables VESTIBULE_ADMIN_EMAIL and VESTIBULE_ADMIN_PASSWORD; \
            without them it is admin@localhost with a random password, printed once. Run again, it changes nothing.
            """)

    func run() throws {
        let instance = try Instance.read(part: "install")
        try makeKeyRing(instance)
        let store = try instance.store()
        try store.rememberKey(at: Instant.now())
        if try !store.hasAnyAccount() { try makeFirstAdministrator(store) }
    }

    /// A new key ring is only made for a database under which nothing was sealed yet.
    private func makeKeyRing(_ instance: Instance) throws {
        let path = try instance.configuration.required(.keyRing)
        guard !FileManager.default.fileExists(atPath: path) else { return }
        let server = try instance.server(user: "vestibule_web", .databasePasswordFile)
        let connection = try instance.reachingDatabase { try Connection(to: server) }
        guard try !Store.isWritten(connection, instance.queries()) else {
            throw Refusal("the key ring \(path) is missing, but this database needs it: restore the file")
        }
        try Vault.createKeyRing(at: path)
    }

    private func makeFirstAdministrator(_ store: borrowing Store) throws {
        let environment = Environment.all
        let address = environment["VESTIBULE_ADMIN_EMAIL"] ?? "admin@localhost"
        let given = environment["VESTIBULE_ADMIN_PASSWORD"]
        guard let email = EmailAddress(address.utf8) else { throw Refusal("\(address) is not an email address") }
        let name = ShortText("Administrator".utf8)!
        let password = given ?? Token.random().text
        if let refusal = try store.refusal(of: Array(password.utf8), for: email, name: name.text) {
            throw Refusal("VESTIBULE_ADMIN_PASSWORD: \(refusal.sentence)")
        }
        let new = try store.addAccount(
            email, name: name, role: .superAdmin, password: Array(password.utf8),
            on: .commandLine(at: Instant.now()))
        guard case .made = new else { return }
        print("First Super administrator: \(email.text)")
        if given == nil { print("Password, shown once:      \(password)") }
    }
}
