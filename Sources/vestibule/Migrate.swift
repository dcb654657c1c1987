import ArgumentParser
import FastCGI
import HTTP
import MariaDB
import Site

/// Makes or upgrades the tables, views, routines and grants.
struct Migrate: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Make or upgrade the tables in the database.")

    func run() throws {
        let instance = try Instance.read(part: "migrate")
        let server = try instance.server(user: "vestibule_migrate", .migrationPasswordFile, timeout: 3_600)
        let schema = try Schema(try Connection(to: server), folder: instance.configuration.required(.sql))
        for file in try schema.upgrade(at: Instant.now()) { print("applied \(file)") }
    }
}
