public import HTTP
import MariaDB
public import Secrets

/// A key, and what can only be opened or checked with it.
public struct KeyUse: Sendable {
    public let key: KeyID
    public let state: State
    public let beganAt: Instant?
    private let counts: [Kind: Int]

    /// What the key does. The command line prints these words.
    public enum State: String, Sendable {
        /// It writes.
        case current
        /// It opens what it has sealed.
        case older
        /// It is in the key ring, and nothing was written under it yet.
        case waiting
        /// What is left of it verifies the audit log.
        case retired
        /// The key ring has not got it, and something says that it was made with it.
        case unknown
    }

    /// What is made with a key. The queries select these words.
    public enum Kind: String, CaseIterable, Sendable {
        case secondFactor = "second-factor"
        case enrolment
        case password
        case recoverySet = "recovery-set"
        case auditRow = "audit-row"
        case auditSeal = "audit-seal"

        /// Whether it is lost with the key. What the audit log needs stays in the key ring.
        var isLostWithKey: Bool { self != .auditRow && self != .auditSeal }
    }

    /// How many of `kind` stand under the key.
    public subscript(kind: Kind) -> Int { counts[kind] ?? 0 }

    /// Whether the key can be retired, as far as what stands under it goes.
    public var isFree: Bool { !Kind.allCases.contains { $0.isLostWithKey && self[$0] > 0 } }
}

extension KeyUse {
    fileprivate init(_ key: KeyID, in vault: borrowing Vault, _ checks: [KeyCheck], _ rows: [Row]) {
        let check = checks.first { $0.key == key }
        self.key = key
        state = State(of: key, in: vault, isBegun: check != nil)
        beganAt = check?.beganAt
        counts = Dictionary(
            rows.filter { $0.integer("key_id") == Int64(key.rawValue) }.compactMap { row in
                Kind(rawValue: row.text("kind")).map { ($0, Int(row.integer("uses"))) }
            }
        ) { $0 + $1 }
    }
}

extension KeyUse.State {
    fileprivate init(of key: KeyID, in vault: borrowing Vault, isBegun: Bool) {
        if vault.retired.contains(key) {
            self = .retired
        } else if !vault.has(key) {
            self = .unknown
        } else if key == vault.current {
            self = .current
        } else {
            self = key > vault.current && !isBegun ? .waiting : .older
        }
    }
}

extension Store {
    /// Every key of the ring and every other that something names, the newest first. Needs the rights of the migration
    /// account, which alone sees what is in the vault.
    public borrowing func keyUses() throws -> [KeyUse] {
        let rows = try rows(.keyUses) + self.rows(.auditKeyUses)
        let checks = try keyChecks()
        let named = rows.compactMap { UInt32(exactly: $0.integer("key_id")).map(KeyID.init(rawValue:)) }
        var uses: [KeyUse] = []
        for key in Set(vault.ids + vault.retired + named).sorted(by: >) {
            uses.append(KeyUse(key, in: vault, checks, rows))
        }
        return uses
    }
}
