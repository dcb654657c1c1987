public import HTTP
public import MariaDB

import Secrets

/// The key ring is not the one under which the database was written.
struct WrongKeyRing: Error, CustomStringConvertible {
    let path: String
    let key: Int64
    var description: String {
        "key \(key) of \(path) is missing or not the one this database was written under: restore the right file"
    }
}

extension Store {
    /// Refuses to work on a schema or under keys that are not this database's.
    ///
    /// A worker may have waited for its first request while the keys were replaced, so they are those of now.
    public mutating func check() throws {
        if vault.isOutdated { vault = try vault.reread() }
        let present = try rows(.schemaVersion)[0].integer("version")
        guard present == Schema.version else { throw SchemaMismatch(present: present) }
        let checks = try keyChecks()
        try Store.compare(vault, with: checks)
        writeUnderNewest(of: checks)
    }

    /// Whether the database was written under a key already, so that a fresh key ring would be the wrong one.
    public static func isWritten(_ connection: borrowing Connection, _ queries: Queries) throws -> Bool {
        try !connection.rows(queries[.listKeyChecks]).isEmpty
    }

    /// Has the database remember the current key, unless it knows it.
    public borrowing func rememberKey(at now: Instant) throws {
        do {
            try addKeyCheck(vault.current, at: now)
        } catch let error as MariaDBError where error.code == .duplicateEntry {
            return
        }
    }
}
