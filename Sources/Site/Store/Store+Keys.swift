import HTTP
import Logging
import MariaDB
import Secrets

/// This host's key ring lacks a key that another host's has. Nothing is wrong with what was made under it.
struct MissingKey: Error, CustomStringConvertible {
    let path: String
    let key: KeyID
    var description: String {
        "\(path) has no key \(key.rawValue), under which another host writes: copy that host's key ring here"
    }
}

extension Store {
    /// Takes up the keys as they are now: another file, and another key that writes.
    ///
    /// A file that cannot be used changes nothing: the keys in memory are right, and the log says what is wrong.
    public mutating func takeUpKeys() throws {
        let checks = try keyChecks()
        if vault.isOutdated {
            do {
                let fresh = try vault.reread()
                try Store.compare(fresh, with: checks)
                vault = fresh
            } catch {
                log.critical("the keys of before are used", metadata: ["error": "\(error)"])
            }
        }
        writeUnderNewest(of: checks)
    }

    /// Whether this process has `key`, which a row of the database names.
    ///
    /// `false` if nothing was ever made under it here, so that the row was changed. It throws ``MissingKey`` if
    /// something was: then this host alone cannot read the row.
    borrowing func has(_ key: KeyID) throws -> Bool {
        if vault.has(key) { return true }
        guard try !rows(.findKeyCheck, .integer(Int64(key.rawValue))).isEmpty else { return false }
        throw MissingKey(path: vault.path, key: key)
    }

    /// The secret in `sealed`. Throws `VaultError.damaged` if it was changed in the database, or moved.
    borrowing func open(_ sealed: SealedSecret, of owner: Owner) throws -> Secret {
        guard let key = sealed.key, try has(key) else { throw VaultError.damaged }
        return try vault.open(sealed, of: owner)
    }

    /// The keys that the database knows, the newest last.
    borrowing func keyChecks() throws(MariaDBError) -> [KeyCheck] {
        try rows(.listKeyChecks).map(KeyCheck.init)
    }

    borrowing func addKeyCheck(_ key: KeyID, at now: Instant) throws {
        let mac = try KeyCheck.mac(of: key, in: vault)
        try change(.addKeyCheck, .integer(Int64(key.rawValue)), .bytes(mac), Value(now))
    }

    static func compare(_ vault: borrowing Vault, with checks: [KeyCheck]) throws(WrongKeyRing) {
        for check in checks where !check.isPassed(by: vault) {
            throw WrongKeyRing(path: vault.path, key: check.number)
        }
    }

    /// The newest key that the database knows writes, so that all hosts begin with a key at the same time.
    mutating func writeUnderNewest(of checks: [KeyCheck]) {
        for key in checks.reversed().compactMap(\.key) {
            if vault.has(key) { return vault.write(under: key) }
            log.critical("key ring", metadata: ["error": "\(MissingKey(path: vault.path, key: key))"])
        }
    }
}
