import HTTP
import MariaDB
public import Secrets

/// Another host began a key with the same number.
struct KeyTaken: Error, CustomStringConvertible {
    let key: KeyID
    var description: String {
        "another host began a key \(key.rawValue) of its own: copy its key ring here, then run this again"
    }
}

/// Another command changes the keys, and does not end.
struct KeysAreHeld: Error, CustomStringConvertible {
    var description: String { "another command changes the keys: let it end, then run this again" }
}

/// What a key ring's keys are changed by, with the rights of the migration account.
///
/// Nothing waits for it. Every process looks each second which key writes, and knows a key before it is begun; what an
/// older key has sealed is sealed anew by compare-and-set, a hundred at a time, while people sign in and enrol.
extension Store {
    /// Keeps other commands from changing the keys, for as long as this process is connected, and takes up what they did.
    public mutating func holdKeys() throws {
        guard try isDone(.lockKeys) else { throw KeysAreHeld() }
        try takeUpKeys()
    }

    /// The key of the ring under which nothing has been written yet, if there is one.
    public var waitingKey: KeyID? { vault.ids[0] > vault.current ? vault.ids[0] : nil }

    /// Adds a fresh key to the key ring file. Every process of this host reads it within a second.
    public mutating func addKey() throws -> KeyID {
        let key = try vault.addKey()
        try takeUpKeys()
        return key
    }

    /// Has `key` write on every host from the next second on.
    public mutating func begin(_ key: KeyID, on occasion: Occasion) throws {
        do {
            _ = try record(.keyBegun, of: nil, on: occasion, detail: "key \(key.rawValue)") {
                try addKeyCheck(key, at: occasion.at)
            }
        } catch let error as MariaDBError where error.code == .duplicateEntry {
            throw KeyTaken(key: key)
        }
        vault.write(under: key)
    }

    /// Seals under the current key what others have sealed, and returns how much that was.
    ///
    /// Pending keys come first: one that is confirmed meanwhile is found where it has gone. What does not open stays as
    /// it is, and the audit log says so; the account of a second factor that does not is given to `damaged`.
    public borrowing func reseal(on occasion: Occasion, damaged: (Account) -> Void) throws -> Int {
        try reseal(.olderEnrolments, .resealEnrolment, on: occasion, damaged: { _ in })
            + reseal(.olderSecondFactors, .resealSecondFactor, on: occasion, damaged: damaged)
    }

    private borrowing func reseal(
        _ older: Query, _ replace: Query, on occasion: Occasion, damaged: (Account) -> Void
    ) throws -> Int {
        let header = Value.bytes(SealedSecret.header(of: vault.current))
        var count = 0
        var batch = try rows(older, .bytes([]), header)
        while let last = batch.last {
            let sealed = batch.map(SealedKey.init)
            let outcomes = try connection.transaction { try sealed.map { try reseal($0, by: replace) } }
            count += outcomes.count { $0 == .resealed }
            for (sealed, outcome) in zip(sealed, outcomes) where outcome == .damaged {
                try note(.secretDamaged, of: sealed.account, on: occasion)
                if let account = try account(sealed.account) { damaged(account) }
            }
            batch = try rows(older, .bytes(last.bytes("id")), header)
        }
        return count
    }

    /// A sealed key where it stands.
    private struct SealedKey {
        let id: [UInt8]
        let account: Int64
        let key: SealedSecret

        init(_ row: Row) {
            id = row.bytes("id")
            account = row.integer("account_id")
            key = SealedSecret(row.bytes("sealed_key"))
        }

        var owner: Owner { Owner(account: account, row: id) }
    }

    /// What came of one key.
    private enum Outcome {
        case resealed
        case changedMeanwhile
        case damaged
    }

    private borrowing func reseal(_ sealed: SealedKey, by replace: Query) throws -> Outcome {
        guard let secret = try? vault.open(sealed.key, of: sealed.owner) else { return .damaged }
        let fresh = vault.seal(secret, of: sealed.owner)
        let changed = try change(replace, .bytes(fresh.bytes), .bytes(sealed.id), .bytes(sealed.key.bytes))
        return changed == 1 ? .resealed : .changedMeanwhile
    }
}
