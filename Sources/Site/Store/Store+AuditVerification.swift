public import HTTP

import MariaDB

extension Store {
    /// Reads the whole audit log, and calls `found` with each thing that is not as it was written.
    ///
    /// - Parameter anchor: the newest seal that this host remembers, if it remembers one.
    public borrowing func verifyAudit(
        against anchor: AuditAnchor?, at now: Instant, found: (AuditFinding) -> Void
    ) throws -> AuditReport {
        let last = try lastAuditID()
        var verification = AuditVerification()
        var purged: Int64 = 0
        var seals = try seals(after: .min)
        while let newest = seals.last {
            for seal in seals {
                try verify(seal, &verification, &purged)
                verification.takeFindings().forEach(found)
            }
            seals = try self.seals(after: newest.number)
        }
        try walk(after: verification.reached, through: last) { row in
            verification.lookBehindTheSeals(at: row, vault)
            verification.takeFindings().forEach(found)
        }
        verification.nameRowsWithoutMAC()
        verification.takeFindings().forEach(found)
        for row in try rows(.repeatedAudit) { found(.rowCopied(id: row.integer("id"))) }
        if let row = verification.oldestUnsealed, row.record.at < now.advanced(bySeconds: -300) {
            found(.rowNotSealed(id: row.id))
        }
        if let anchor, try !holds(anchor) { found(.endMissing(anchor)) }
        return verification.report
    }

    /// Compares a seal with the one before it and with its rows.
    ///
    /// - Parameter purged: the seal through which rows are known to have been purged. It is looked up again when rows
    ///   are missing, as a purge may be under way.
    private borrowing func verify(
        _ seal: AuditSeal, _ verification: inout AuditVerification, _ purged: inout Int64
    ) throws {
        guard verification.open(seal, vault) else { return }
        try walk(after: min(verification.reached, seal.firstID - 1), through: seal.lastID) { row in
            verification.look(at: row, in: seal, vault)
        }
        let missing = verification.missing(from: seal)
        if !missing.isEmpty, seal.number > purged { purged = try purgedSeal() }
        verification.close(seal, missing: missing, isPurged: seal.number <= purged)
    }

    private borrowing func walk(after id: Int64, through last: Int64, _ look: (AuditRow) -> Void) throws {
        var batch = try auditRows(after: id, through: last)
        while let newest = batch.last {
            batch.forEach(look)
            batch = try auditRows(after: newest.id, through: last)
        }
    }

    private borrowing func seals(after number: Int64) throws -> [AuditSeal] {
        try rows(.listSeals, .integer(number)).map(AuditSeal.init)
    }
}
