import HTTP
import MariaDB
import Testing

@testable import Site

@Suite struct `An audit log that is sealed` {
    @Test func `Takes gaps in its ids, however wide, for what they are`() throws {
        let log = try TamperedLog()
        for gap in [1, 2, 9, 1_000, 1_023, 1_024, 5_000, 1_000_000_000] {
            try log.write(1)
            try log.root.run("ALTER TABLE audit AUTO_INCREMENT = \(try log.store.lastAuditID() + Int64(gap))")
        }
        try log.write(2_500)
        try log.seal()
        #expect(try log.verify() == [])
        #expect(try log.root.rows("SELECT COUNT(*) AS seals FROM audit_seals")[0].integer("seals") == 7)
    }

    @Test func `Is sealed once by the housekeepers of many hosts`() async throws {
        let log = try TamperedLog()
        try log.write(3_000)
        let database = log.database
        _ = try await together(8) {
            let store = try TestInstance.store(TestInstance.root(database: database))
            return try store.sealAudit(through: 3_000, at: Instant(seconds: 1_790_000_060))?.number
        }
        try log.seal()
        #expect(try log.verify() == [])
        #expect(try log.root.rows("SELECT COUNT(*) AS seals FROM audit_seals")[0].integer("seals") == 3)
    }

    @Test func `Covers what an earlier version wrote, without a MAC, from the first seal on`() throws {
        let log = try TamperedLog()
        try log.write(3)
        try log.root.change("UPDATE audit SET key_id = 0, mac = '', node = ''")
        try log.write(3)
        try log.seal()
        let report = try log.store.verifyAudit(against: nil, at: Instant(seconds: 1_790_000_100)) {
            Issue.record("\($0)")
        }
        #expect(report.withoutMAC == 3)
        try log.root.change("UPDATE audit SET event = 'x' WHERE id = 2")
        #expect(try log.verify() == [.rowsExchanged(ids: 1...6, seal: 1)])
    }

    @Test func `May be purged of whole seals that are older than the retention, and of nothing else`() throws {
        let log = try TamperedLog()
        let now = Instant(seconds: 1_790_000_000)
        for days in [400, 366, 364, 1] as [Int64] {
            let then = now.advanced(bySeconds: -86_400 * days).seconds
            try log.write(4, at: then)
            try log.seal(at: then)
        }
        #expect(try log.store.purgeAudit(against: nil, on: .commandLine(at: now)) == 2)
        #expect(try log.root.rows("SELECT MIN(id) AS id FROM audit")[0].integer("id") == 9)
        #expect(try log.verify() == [])
        #expect(try log.store.purgeAudit(against: nil, on: .commandLine(at: now)) == nil)
        try log.seal(at: now.seconds)
        try log.root.change("DELETE FROM audit WHERE id = 9")
        #expect(try log.verify() == [.rowMissing(id: 9, seal: 3)])
        #expect(try log.root.rows("SELECT id FROM audit WHERE event = 'audit-purged'").count == 1)
    }

    @Test func `Believes no purge that nobody with the key wrote down`() throws {
        let log = try TamperedLog()
        try log.write(3)
        try log.seal()
        try log.write(1, .auditPurged, detail: "through seal 0")
        try log.root.change("UPDATE audit SET detail = 'through seal 1' WHERE id = 4")
        try log.root.change("DELETE FROM audit WHERE id = 1")
        #expect(try log.verify() == [.rowMissing(id: 1, seal: 1), .rowChanged(id: 4)])
    }

    @Test func `Is remembered in one line, and in no other`() {
        #expect(AuditAnchor("7 \(String(repeating: "a", count: 64))\n")?.number == 7)
        for text in [
            "", "7", "x \(String(repeating: "a", count: 64))", "7 ab", "0 \(String(repeating: "a", count: 64))",
        ] {
            #expect(AuditAnchor(text) == nil)
        }
    }
}
