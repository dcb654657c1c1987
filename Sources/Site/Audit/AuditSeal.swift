import HTTP

import MariaDB
import Secrets

/// A batch of the audit log that is closed. It follows the seal before it, so none can be removed unnoticed but the last.
public struct AuditSeal: Sendable {
    public let number: Int64
    /// The MAC of the seal before; zeros before the first.
    let previous: [UInt8]
    let firstID: Int64
    let lastID: Int64
    /// A bit for each id from `firstID` on, the lowest bit first, so that a row that is missing can be named.
    let present: [UInt8]
    /// Covers the rows of the batch, in their order.
    let digest: [UInt8]
    let sealedAt: Instant
    let key: Int64
    public let mac: [UInt8]

    /// How many ids a seal spans at most.
    static let span: Int64 = 1024

    /// Closes the first of `rows`, as many as one seal spans.
    init(_ rows: [AuditRow], after previous: AuditSeal?, at now: Instant, _ vault: borrowing Vault) {
        let first = rows[0].id
        let rows = rows.prefix { $0.id - first < AuditSeal.span }
        let last = rows[rows.count - 1].id
        var present = [UInt8](repeating: 0, count: Int((last - first) / 8) + 1)
        for row in rows { present[Int((row.id - first) / 8)] |= 1 << UInt8((row.id - first) % 8) }
        number = (previous?.number ?? 0) + 1
        self.previous = previous?.mac ?? AuditSeal.beforeTheFirst
        firstID = first
        lastID = last
        self.present = present
        digest = AuditSeal.digest(of: rows.map(\.fingerprint))
        sealedAt = now
        key = Int64(vault.current.rawValue)
        mac = vault.mac(
            AuditSeal.message(number, self.previous, firstID, lastID, present, digest, sealedAt), for: .audit)
    }

    static let beforeTheFirst = [UInt8](repeating: 0, count: 32)

    static func digest(of fingerprints: [[UInt8]]) -> [UInt8] { sha256(Array(fingerprints.joined())) }

    /// Whether the row with this id was there when the batch was closed.
    func holds(_ id: Int64) -> Bool {
        guard id >= firstID, id <= lastID, (id - firstID) / 8 < Int64(present.count) else { return false }
        return present[Int((id - firstID) / 8)] & 1 << UInt8((id - firstID) % 8) != 0
    }

    /// The ids of its rows.
    var ids: [Int64] { (firstID..<firstID + Int64(present.count) * 8).filter(holds) }

    /// Whether not a bit of it has changed since it was made.
    func isAuthentic(_ vault: borrowing Vault) -> Bool {
        vault.isAuthentic(
            mac, of: AuditSeal.message(number, previous, firstID, lastID, present, digest, sealedAt), under: key)
    }

    private static func message(
        _ number: Int64, _ previous: [UInt8], _ firstID: Int64, _ lastID: Int64, _ present: [UInt8], _ digest: [UInt8],
        _ sealedAt: Instant
    ) -> [UInt8] {
        lengthPrefixed([
            Array("seal".utf8), bigEndianBytes(number), previous, bigEndianBytes(firstID), bigEndianBytes(lastID),
            present, digest, bigEndianBytes(sealedAt.microseconds),
        ])
    }
}

extension AuditSeal {
    init(_ row: Row) {
        number = row.integer("number")
        previous = row.bytes("previous")
        firstID = row.integer("first_id")
        lastID = row.integer("last_id")
        present = row.bytes("present")
        digest = row.bytes("digest")
        sealedAt = Instant(microseconds: row.integer("sealed_at"))
        key = row.integer("key_id")
        mac = row.bytes("mac")
    }
}
