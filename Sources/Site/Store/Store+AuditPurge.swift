import Authentication
import HTTP
import MariaDB

extension Store {
    /// Removes the rows of whole seals that are older than the retention, and says through which seal; `nil` if there
    /// are none. Needs the rights of the migration account.
    ///
    /// That they may be missing is written down before the first one goes, in a row that nobody can forge. So nothing
    /// is purged from a log that is not as it was written, and how old a seal is its MAC says.
    public borrowing func purgeAudit(against anchor: AuditAnchor?, on occasion: Occasion) throws -> Int64? {
        var isSound = true
        _ = try verifyAudit(against: anchor, at: occasion.at) { _ in isSound = false }
        guard isSound else { throw AuditNotAsWritten() }
        let oldest = occasion.at.advanced(bySeconds: -86_400 * Int64(try policy().auditRetention.days))
        guard let seal = try rows(.lastSealBefore, Value(oldest)).first.map(AuditSeal.init),
            try isDone(.holdsAuditRows, .integer(seal.lastID))
        else { return nil }
        if seal.number > (try purgedSeal()) {
            try note(.auditPurged, of: nil, on: occasion, detail: AuditPurge(seal: seal.number).detail)
        }
        while try change(.purgeAudit, .integer(seal.lastID)) > 0 {}
        return seal.number
    }

    /// The newest seal through which rows were purged, as rows of the log say that are as they were written; or 0.
    borrowing func purgedSeal() throws -> Int64 {
        try rows(.auditPurges).map(AuditRow.init).filter { $0.isAuthentic(vault) }
            .compactMap { AuditPurge(detail: $0.record.detail)?.seal }.max() ?? 0
    }
}

/// Something in the audit log was changed, so that a purge would hide what.
struct AuditNotAsWritten: Error, CustomStringConvertible {
    var description: String {
        "the audit log is not as it was written: see `vestibule audit verify`; nothing was removed"
    }
}

/// What the row of a purge says in its detail.
private struct AuditPurge {
    let seal: Int64

    private static let words = "through seal "

    init(seal: Int64) {
        self.seal = seal
    }

    init?(detail: [UInt8]) {
        let text = String(decoding: detail, as: UTF8.self)
        guard text.hasPrefix(AuditPurge.words), let seal = Int64(text.dropFirst(AuditPurge.words.count)) else {
            return nil
        }
        self.seal = seal
    }

    var detail: String { "\(AuditPurge.words)\(seal)" }
}
