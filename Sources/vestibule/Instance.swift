import Authentication
import FastCGI
import HTTP
import Logging
import MariaDB
import Secrets
import Site

/// One installation, as its configuration describes it.
struct Instance {
    let configuration: Configuration
    let log: Logger

    /// Reads the configuration; `part` names the process in the log.
    ///
    /// A command says what it has to say itself, and logs only what is wrong.
    static func read(part: String, isCommand: Bool = true) throws -> Instance {
        var log = Logger(label: "vestibule", factory: { _ in KeyValueLog() })
        log[metadataKey: "part"] = "\(part)"
        if isCommand { log.logLevel = .warning }
        return Instance(configuration: try Configuration.read(), log: log)
    }

    func identity() throws -> SiteIdentity {
        let url = try configuration.required(.url)
        let name = configuration[.name] ?? "Vestibule"
        guard let identity = SiteIdentity(name: name, url: url, sites: configuration.sites) else {
            throw Configuration.Fault([
                "VESTIBULE_URL must be https://HOST in lower case without a path, or http://127.0.0.1:PORT on this machine "
                    + "alone; so must each of VESTIBULE_SITES; VESTIBULE_NAME has 1 to 64 bytes"
            ])
        }
        return identity
    }

    /// Connects with the rights of the web account, and refuses a schema or a key ring that is not this database's.
    func store(tally: Tally = .none) throws -> Store {
        try checked(unconnectedStore(tally: tally))
    }

    /// Connects with the rights of the account that owns the tables, for what the web account may not do.
    func migrationStore() throws -> Store {
        let server = try server(user: "vestibule_migrate", .migrationPasswordFile, timeout: 3_600)
        return try checked(store(Connection(openingLaterTo: server)))
    }

    private func checked(_ unchecked: consuming Store) throws -> Store {
        var store = unchecked
        try reachingDatabase { try store.check() }
        return store
    }

    /// Does what needs the database, and says what to do where it does not answer.
    func reachingDatabase<Result: ~Copyable>(_ work: () throws -> Result) throws -> Result {
        do {
            return try work()
        } catch let error as MariaDBError where error.code == .connectionRefused {
            let socket = try configuration.required(.databaseSocket)
            throw Refusal("the database does not answer on \(socket): start it, then try again")
        }
    }

    /// The store of a worker, which also starts while the database is away and says so to everybody who asks.
    func unconnectedStore(tally: Tally) throws -> Store {
        try store(Connection(openingLaterTo: server(user: "vestibule_web", .databasePasswordFile)), tally: tally)
    }

    private func store(_ connection: consuming Connection, tally: Tally = .none) throws -> Store {
        Store(
            connection: connection, vault: try Vault(keyRing: configuration.required(.keyRing)), queries: try queries(),
            passwordCost: try passwordCost(), node: node, boot: boot, identity: try identity(),
            commonPasswords: try commonPasswords(), isClockSynchronised: { SystemClock.isSynchronised }, log: log,
            tally: tally)
    }

    /// Reads the list of common passwords, whenever it is called.
    func commonPasswords() throws -> @Sendable () throws -> CommonPasswords {
        let path = try configuration.required(.commonPasswords)
        return {
            guard let lines = TextFile.bytes(of: path) else {
                throw Configuration.Fault(["cannot read \(path), which VESTIBULE_COMMON_PASSWORDS names"])
            }
            return CommonPasswords(sortedLines: lines)
        }
    }

    /// The name of this host.
    private var node: String { kernelsWord("hostname") }

    /// What the kernel calls this host since it was started.
    private var boot: String { kernelsWord("random/boot_id") }

    private func kernelsWord(_ name: String) -> String {
        let word = TextFile.read("/proc/sys/kernel/\(name)") ?? ""
        return String(decoding: trimmed(Array(word.utf8)), as: UTF8.self)
    }

    func queries() throws -> Queries {
        try Queries(folder: configuration.required(.sql) + "/queries", read: TextFile.read)
    }

    /// Where the database is, and the password of `user` from the file that `password` names.
    func server(user: String, _ password: Configuration.Key, timeout seconds: Int = 3) throws -> Server {
        let file = try configuration.required(password)
        guard let secret = TextFile.read(file) else {
            throw Configuration.Fault(["cannot read \(file), which \(password.rawValue) names"])
        }
        return Server(
            socket: try configuration.required(.databaseSocket), user: user,
            password: trimmed(Array(secret.utf8)), database: "vestibule",
            timeout: seconds)
    }

    private func passwordCost() throws -> PasswordHash.Cost {
        guard let text = configuration[.passwordCost] else { return .floor }
        guard let cost = PasswordHash.Cost(parsing: text) else {
            throw Configuration.Fault([
                "VESTIBULE_PASSWORD_COST must be like m=19456,t=2 and not below it: `vestibule calibrate` prints one"
            ])
        }
        return cost
    }
}
