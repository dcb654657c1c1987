public import HTTP

import MariaDB

/// The newest seal is not one of ours, so none is put on top of it.
struct AuditSealChanged: Error, CustomStringConvertible {
    let number: Int64
    var description: String { "seal \(number) of the audit log was changed or forged: run `vestibule audit verify`" }
}

extension Store {
    /// The largest id in the audit log.
    ///
    /// Ids are given in order, and a worker is killed after 15 seconds: a minute from now every row up to this one is
    /// committed or will never be, whatever the clocks of the hosts that wrote them say.
    public borrowing func lastAuditID() throws -> Int64 {
        try rows(.lastAudit)[0].integer("id")
    }

    /// Closes all rows up to `last`, which nobody can be writing any more, and returns the newest seal.
    ///
    /// It takes no lock that a writer would wait for. The housekeeper of another host may do the same: of two seals
    /// with one number the first stays, and the other host goes on behind it the next time.
    public borrowing func sealAudit(through last: Int64, at now: Instant) throws -> AuditSeal? {
        var newest = try lastSeal()
        while true {
            if let newest, !newest.isAuthentic(vault) { throw AuditSealChanged(number: newest.number) }
            let batch = try auditRows(after: newest?.lastID ?? 0, through: last)
            guard !batch.isEmpty else { return newest }
            let seal = AuditSeal(batch, after: newest, at: now, vault)
            guard try add(seal) else { return try lastSeal() }
            newest = seal
        }
    }

    /// Whether the log still has the seal that a host remembers.
    public borrowing func holds(_ anchor: AuditAnchor) throws -> Bool {
        try rows(.findSeal, .integer(anchor.number)).first.map { AuditAnchor(AuditSeal($0)) } == anchor
    }

    /// Up to 1,024 rows of the log, in the order of their ids.
    borrowing func auditRows(after id: Int64, through last: Int64) throws -> [AuditRow] {
        try rows(.auditBatch, .integer(id), .integer(last)).map(AuditRow.init)
    }

    private borrowing func lastSeal() throws -> AuditSeal? {
        try rows(.lastSeal).first.map(AuditSeal.init)
    }

    /// Whether the number of the seal was still free.
    private borrowing func add(_ seal: AuditSeal) throws(MariaDBError) -> Bool {
        do {
            try change(
                .addSeal, .integer(seal.number), .bytes(seal.previous), .integer(seal.firstID), .integer(seal.lastID),
                .bytes(seal.present), .bytes(seal.digest), Value(seal.sealedAt), .integer(seal.key), .bytes(seal.mac))
            return true
        } catch let error where error.code == .duplicateEntry {
            return false
        }
    }
}
