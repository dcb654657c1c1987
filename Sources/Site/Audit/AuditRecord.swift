import HTTP
import MariaDB
import Secrets

/// Something that happened, as the audit log keeps it.
struct AuditRecord: Sendable {
    let at: Instant
    let event: [UInt8]
    let author: Int64?
    let account: Int64?
    let address: [UInt8]
    let userAgent: [UInt8]
    let requestID: [UInt8]
    /// The host that wrote it.
    let node: [UInt8]
    /// Random, and unique in the log, so that no row can be copied.
    let ceremony: [UInt8]
    let detail: [UInt8]

    /// What the MAC of its row covers: everything but the id, which the row gets only when it is inserted.
    ///
    /// An account that is absent has no bytes, one that is there has eight.
    var message: [UInt8] {
        lengthPrefixed([
            bigEndianBytes(at.microseconds), event, author.map { bigEndianBytes($0) } ?? [],
            account.map { bigEndianBytes($0) } ?? [], address, userAgent, requestID, node, ceremony, detail,
        ])
    }
}

/// A row of the audit log, of which it is not known yet whether it is as it was written.
struct AuditRow: Sendable {
    let id: Int64
    let record: AuditRecord
    let key: Int64
    let mac: [UInt8]

    /// A row of an earlier version has no MAC.
    var hasMAC: Bool { key != 0 }

    /// What the seal of the row covers.
    var fingerprint: [UInt8] { bigEndianBytes(id) + sha256(record.message + bigEndianBytes(key) + mac) }

    /// Whether the row has a MAC, and not a bit of it has changed since it was written.
    func isAuthentic(_ vault: borrowing Vault) -> Bool { vault.isAuthentic(mac, of: record.message, under: key) }
}

extension AuditRow {
    /// Reads the columns that `audit/batch` and `audit/purges` share.
    init(_ row: Row) {
        id = row.integer("id")
        record = AuditRecord(
            at: Instant(microseconds: row.integer("at")), event: row.bytes("event"),
            author: row.integerIfPresent("author_id"), account: row.integerIfPresent("account_id"),
            address: row.bytes("address"), userAgent: row.bytes("user_agent"), requestID: row.bytes("request_id"),
            node: row.bytes("node"), ceremony: row.bytes("ceremony"), detail: row.bytes("detail"))
        key = row.integer("key_id")
        mac = row.bytes("mac")
    }
}

extension Vault {
    /// Whether `mac` was made for the audit log with the key number `key`, over `message`.
    borrowing func isAuthentic(_ mac: [UInt8], of message: [UInt8], under key: Int64) -> Bool {
        guard let key = UInt32(exactly: key),
            let expected = try? self.mac(message, for: .audit, under: KeyID(rawValue: key))
        else { return false }
        return isEqualInConstantTime(expected, mac)
    }
}
