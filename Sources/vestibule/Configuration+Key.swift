extension Configuration {
    /// What can be set, by its name in the file and in the environment.
    enum Key: String, CaseIterable {
        case url = "VESTIBULE_URL"
        case sites = "VESTIBULE_SITES"
        case probes = "VESTIBULE_PROBES"
        case name = "VESTIBULE_NAME"
        case sql = "VESTIBULE_SQL"
        case sockets = "VESTIBULE_SOCKETS"
        case pid = "VESTIBULE_PID"
        case databaseSocket = "VESTIBULE_DATABASE_SOCKET"
        case databasePasswordFile = "VESTIBULE_DATABASE_PASSWORD_FILE"
        case migrationPasswordFile = "VESTIBULE_MIGRATION_PASSWORD_FILE"
        case keyRing = "VESTIBULE_KEY_RING"
        case commonPasswords = "VESTIBULE_COMMON_PASSWORDS"
        case auditAnchor = "VESTIBULE_AUDIT_ANCHOR"
        case passwordCost = "VESTIBULE_PASSWORD_COST"
        case gateWorkers = "VESTIBULE_GATE_WORKERS"
        case portalWorkers = "VESTIBULE_PORTAL_WORKERS"
        case signInWorkers = "VESTIBULE_SIGN_IN_WORKERS"

        /// For the manual page.
        var meaning: String {
            switch self {
            case .url: "Where browsers reach the site: https://HOST, or http://127.0.0.1:PORT on this machine alone."
            case .sites:
                "The sites behind the gate, parted by spaces, written like VESTIBULE_URL: people are led back to no other."
            case .probes:
                "Addresses that are asked for to see whether the sites are shut, parted by spaces; of a site that has none "
                    + "here, its first page."
            case .name: "What the site is called, in 1 to 64 bytes; authenticator apps show it. Vestibule if not set."
            case .sql: "The sql folder of this version."
            case .sockets: "The folder in which the pool makes its three sockets; only its owner and group may enter."
            case .pid: "The file into which the supervisor writes its process number."
            case .databaseSocket: "The socket of MariaDB."
            case .databasePasswordFile: "The file that holds the password of the database account vestibule_web."
            case .migrationPasswordFile: "The file that holds the password of the database account vestibule_migrate."
            case .keyRing: "The key ring, made by the first start. Back it up, apart from the database."
            case .commonPasswords: "The list of common passwords: one a line, in lower case, sorted by bytes."
            case .auditAnchor: "The file in which this host remembers the end of the sealed audit log."
            case .passwordCost: "How much work a password costs, such as m=19456,t=2, which is the least."
            case .gateWorkers: "How many workers answer checks for other sites, 1 to 256; as many as cores if not set."
            case .portalWorkers: "How many workers answer pages, 1 to 256; twice as many as cores if not set."
            case .signInWorkers: "How many workers hash passwords, 1 to 256; as many as cores if not set."
            }
        }
    }
}
