import Secrets

/// Goes through the seals and rows of the audit log in their order, and finds what is not as it was written.
///
/// It holds the rows of one seal at most.
struct AuditVerification {
    private(set) var report = AuditReport()
    private var findings: [AuditFinding] = []

    /// The id up to which the rows were looked at.
    private(set) var reached = Int64.min
    /// The number of the seal looked at last, and its MAC unless it cannot be trusted.
    private var number: Int64 = 0
    private var previous: [UInt8]? = AuditSeal.beforeTheFirst
    private var hasSeenMAC = false
    /// The rows without a MAC that were seen last, one after the other.
    private var withoutMAC: ClosedRange<Int64>?

    /// What was found in the rows of the present seal.
    private var fingerprints: [[UInt8]] = []
    private var seen: Set<Int64> = []
    private var isSound = true
    /// Its rows that have no MAC because an earlier version wrote them: what vouches for them is the seal alone.
    private var vouchedFor: [Int64] = []
    /// The oldest row that no seal covers.
    private(set) var oldestUnsealed: AuditRow?

    /// What was found since this was asked last.
    mutating func takeFindings() -> [AuditFinding] {
        defer { findings = [] }
        return findings
    }

    mutating func add(_ finding: AuditFinding) {
        findings.append(finding)
        isSound = false
    }

    /// Whether the seal can be trusted, so that its rows can be compared with it.
    mutating func open(_ seal: AuditSeal, _ vault: borrowing Vault) -> Bool {
        report.seals += 1
        defer { number = seal.number }
        if seal.number > number + 1 {
            add(.sealsMissing(number + 1...seal.number - 1))
            previous = nil
        }
        guard seal.isAuthentic(vault) else {
            add(.sealChanged(seal.number))
            previous = nil
            return false
        }
        if let previous, previous != seal.previous { add(.sealOutOfPlace(seal.number)) }
        fingerprints = []
        seen = []
        vouchedFor = []
        isSound = true
        return true
    }

    /// Judges a row by itself.
    mutating func look(at row: AuditRow, _ vault: borrowing Vault) {
        report.rows += 1
        if row.hasMAC {
            hasSeenMAC = true
            nameRowsWithoutMAC()
            if !row.isAuthentic(vault) { add(.rowChanged(id: row.id)) }
        } else if hasSeenMAC {
            withoutMAC = (withoutMAC?.lowerBound ?? row.id)...row.id
        } else {
            report.withoutMAC += 1
            vouchedFor.append(row.id)
        }
    }

    /// Ends a run of rows without a MAC. They are as they were sealed all the same, unless their seal says otherwise.
    mutating func nameRowsWithoutMAC() {
        if let withoutMAC { findings.append(.rowsWithoutMAC(ids: withoutMAC)) }
        withoutMAC = nil
    }

    /// Judges a row by itself, and by whether it was there when the seal was made.
    mutating func look(at row: AuditRow, in seal: AuditSeal, _ vault: borrowing Vault) {
        look(at: row, vault)
        if seal.holds(row.id) {
            seen.insert(row.id)
            fingerprints.append(row.fingerprint)
        } else if row.id >= seal.firstID || previous != nil {
            add(.rowAdded(id: row.id, seal: seal.number))
        }
    }

    /// Judges a row that no seal covers yet: one that was removed is not missed.
    mutating func lookBehindTheSeals(at row: AuditRow, _ vault: borrowing Vault) {
        look(at: row, vault)
        report.unsealed += 1
        oldestUnsealed = oldestUnsealed ?? row
    }

    /// The rows of the seal that were not seen.
    func missing(from seal: AuditSeal) -> [Int64] { seal.ids.filter { !seen.contains($0) } }

    /// Ends the comparison of a seal with its rows, of which `missing` are not there, as they may if it `isPurged`.
    ///
    /// A seal that has lost rows vouches for none without a MAC.
    mutating func close(_ seal: AuditSeal, missing: [Int64], isPurged: Bool) {
        if !isPurged { for id in missing { add(.rowMissing(id: id, seal: seal.number)) } }
        if isPurged, !missing.isEmpty { for id in vouchedFor { add(.rowAdded(id: id, seal: seal.number)) } }
        if isSound, seen.count == seal.ids.count, AuditSeal.digest(of: fingerprints) != seal.digest {
            add(.rowsExchanged(ids: seal.firstID...seal.lastID, seal: seal.number))
        }
        previous = seal.mac
        reached = max(reached, seal.lastID)
    }
}
