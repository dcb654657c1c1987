import HTTP
import MariaDB
import Secrets

/// A key under which this database was written, and what proves that a key ring holds that very key.
struct KeyCheck {
    let number: Int64
    let mac: [UInt8]
    let beganAt: Instant?

    init(_ row: Row) {
        number = row.integer("key_id")
        mac = row.bytes("mac")
        beganAt = row.instantIfPresent("began_at")
    }

    /// `nil` for a number that no key can have.
    var key: KeyID? { UInt32(exactly: number).map(KeyID.init(rawValue:)) }

    func isPassed(by vault: borrowing Vault) -> Bool {
        guard let key, let expected = try? KeyCheck.mac(of: key, in: vault) else { return false }
        return isEqualInConstantTime(expected, mac)
    }

    static func mac(of key: KeyID, in vault: borrowing Vault) throws(VaultError) -> [UInt8] {
        try vault.mac(Array("key check".utf8), for: .keyCheck, under: key)
    }
}
