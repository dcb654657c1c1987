public import MariaDB

import Secrets

/// The key ring is not the one under which the database was written.
struct WrongKeyRing: Error, CustomStringConvertible {
    let key: Int64
    var description: String {
        "key \(key) of the key ring is missing or not the one this database was written under: restore the right file"
    }
}

extension Store {
    /// Refuses to work on a schema or under keys that are not this database's.
    public borrowing func check() throws {
        let present = try rows(.schemaVersion)[0].integer("version")
        guard present == Schema.version else { throw SchemaMismatch(present: present) }
        for row in try rows(.listKeyChecks) {
            let id = row.integer("key_id")
            guard let key = UInt32(exactly: id), let mac = try? keyCheck(KeyID(rawValue: key)),
                isEqualInConstantTime(mac, row.bytes("mac"))
            else { throw WrongKeyRing(key: id) }
        }
    }

    /// Whether the database was written under a key already, so that a fresh key ring would be the wrong one.
    public static func isWritten(_ connection: borrowing Connection, _ queries: Queries) throws -> Bool {
        try !connection.rows(queries[.listKeyChecks]).isEmpty
    }

    /// Writes down that this database is written under the newest key.
    public borrowing func rememberKey() throws {
        do {
            try change(.addKeyCheck, .integer(Int64(vault.newest.rawValue)), .bytes(keyCheck(vault.newest)))
        } catch let error as MariaDBError where error.code == .duplicateEntry {
            return
        }
    }

    private borrowing func keyCheck(_ key: KeyID) throws -> [UInt8] {
        try vault.mac(Array("key check".utf8), for: .keyCheck, under: key)
    }
}
