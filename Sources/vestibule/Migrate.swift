import ArgumentParser
import FastCGI
import HTTP
import MariaDB
import Site

/// Makes or upgrades the tables, views, routines and grants.
struct Migrate: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Make or upgrade the tables in the database.",
        discussion: """
            Applies, as vestibule_migrate, the files of VESTIBULE_SQL that the database has not seen, and prints the name \
            of each. Run it after an upgrade, before the pool starts: a pool refuses tables that are not its own.
            """)

    func run() throws {
        let instance = try Instance.read(part: "migrate")
        let server = try instance.server(user: "vestibule_migrate", .migrationPasswordFile, timeout: 3_600)
        let connection = try instance.reachingDatabase { try Connection(to: server) }
        let schema = try Schema(connection, folder: instance.configuration.required(.sql))
        for file in try schema.upgrade(at: Instant.now()) { print("applied \(file)") }
    }
}
