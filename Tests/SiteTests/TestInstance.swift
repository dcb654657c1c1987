import Authentication
import Foundation
import HTTP
import Logging
import MariaDB
import Secrets

@testable import Site

/// The private instance that `deploy/test` prepared: real tables, real keys.
struct TestInstance {
    /// The settings in the file that VESTIBULE_CONFIGURATION names.
    private static let settings: [String: String] = {
        guard let path = ProcessInfo.processInfo.environment["VESTIBULE_CONFIGURATION"],
            let file = try? String(contentsOfFile: path, encoding: .utf8)
        else { fatalError("VESTIBULE_CONFIGURATION names no file: run the tests by deploy/test") }
        let pairs = file.split(separator: "\n").filter { !$0.hasPrefix("#") }.map {
            $0.split(separator: "=", maxSplits: 1)
        }
        return Dictionary(uniqueKeysWithValues: pairs.filter { $0.count == 2 }.map { (String($0[0]), String($0[1])) })
    }()

    static let identity = SiteIdentity(
        name: "Vestibule", url: "http://127.0.0.1:8080",
        sites: ["http://blog.localhost:8082", "https://wiki.example.net"])!
    static var sql: String { settings["VESTIBULE_SQL"]! }

    static func server(user: String = "vestibule_web") throws -> Server {
        let key = user == "vestibule_web" ? "VESTIBULE_DATABASE_PASSWORD_FILE" : "VESTIBULE_MIGRATION_PASSWORD_FILE"
        let password = try String(contentsOfFile: settings[key]!, encoding: .utf8)
        return Server(
            socket: settings["VESTIBULE_DATABASE_SOCKET"]!, user: user, password: trimmed(Array(password.utf8)),
            database: "vestibule")
    }

    /// The list that deploy/ made.
    static func commonPasswords() throws -> [UInt8] {
        Array(try Data(contentsOf: URL(filePath: settings["VESTIBULE_COMMON_PASSWORDS"]!)))
    }

    static func queries() throws -> Queries {
        try Queries(folder: sql + "/queries") { try? String(contentsOfFile: $0, encoding: .utf8) }
    }

    /// The rights of whoever administers the database.
    static func root(database: String) -> Server {
        Server(
            socket: settings["VESTIBULE_DATABASE_SOCKET"]!, user: ProcessInfo.processInfo.userName, password: nil,
            database: database)
    }

    /// A connection of its own, with the rights of the web account.
    static func store() throws -> Store {
        var store = try store(server())
        try store.check()
        return store
    }

    static var keyRing: String { settings["VESTIBULE_KEY_RING"]! }

    /// - Parameters:
    ///   - keyRing: that of another host, if it is not this one's.
    ///   - node: the name of the host.
    ///   - boot: what it is called since it was started, if that is not its name.
    static func store(
        _ server: Server, keyRing: String = keyRing, node: String = "test", boot: String? = nil, tally: Tally = .none
    ) throws -> Store {
        Store(
            connection: try Connection(to: server), vault: try Vault(keyRing: keyRing),
            queries: try queries(), passwordCost: .floor, node: node, boot: boot ?? node, identity: identity,
            commonPasswords: { CommonPasswords(sortedLines: try commonPasswords()) }, isClockSynchronised: { nil },
            log: Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() }), tally: tally)
    }

    static func site(keyRing: String = keyRing, node: String = "test", tally: Tally = .none) throws -> Site {
        Site(identity, try store(server(), keyRing: keyRing, node: node, tally: tally))
    }
}
