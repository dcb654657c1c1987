import MariaDB
public import Secrets

/// What became of a key that was to be retired.
public enum KeyRetirement: Sendable {
    case done
    /// It was like that already.
    case unchanged
    /// Something would be lost with it.
    case inUse(KeyUse)
    /// It writes, or is about to.
    case writes
    /// The key ring has no such key.
    case unknown
}

extension Store {
    /// Takes `key` out of the database's and this host's key ring, if nothing stands under it. Needs the rights of the
    /// migration account.
    ///
    /// The row of the key in `key_checks` decides: a routine that keeps something under the key holds that row until its
    /// commit, and keeps nothing once it is gone. The file comes last, so that it never lacks a key that is needed.
    public mutating func retire(_ key: KeyID, on occasion: Occasion) throws -> KeyRetirement {
        if vault.retired.contains(key) { return .unchanged }
        guard vault.has(key) else { return .unknown }
        guard key < vault.current else { return .writes }
        var use: KeyUse?
        let _: Int? = try record(.keyRetired, of: nil, on: occasion, detail: "key \(key.rawValue)") {
            let number = Value.integer(Int64(key.rawValue))
            let isKnown = try !rows(.lockKeyCheck, number).isEmpty
            use = try keyUses().first { $0.key == key }
            guard let use, use.isFree, isKnown else { return nil }
            return try change(.removeKeyCheck, number)
        }
        if let use, !use.isFree { return .inUse(use) }
        try vault.retire(key)
        try takeUpKeys()
        return .done
    }
}
