import HTTP
import MariaDB
import Testing

@testable import Site

/// Whoever is the database's root can do all of this. What they cannot do is hide it.
@Suite struct `An audit log that was tampered with` {
    @Test func `Is as it was written while nobody touches it`() throws {
        let log = try TamperedLog()
        #expect(try log.verify() == [])
        for _ in 0..<3 {
            try log.write(5)
            try log.seal()
        }
        try log.write(2)
        let anchor = try log.seal().map(AuditAnchor.init)
        let now = Instant(seconds: 1_790_000_100)
        let report = try log.store.verifyAudit(against: anchor, at: now) { Issue.record("\($0)") }
        #expect(report == AuditReport(rows: 17, seals: 4, unsealed: 0, withoutMAC: 0))
    }

    @Test(arguments: [
        "at = at + 1", "event = 'signed-in'", "author_id = NULL", "author_id = 8", "account_id = NULL",
        "account_id = 8",
        "address = '127.0.0.1'", "user_agent = 'x'", "request_id = 'x'", "node = 'x'", "ceremony = REVERSE(ceremony)",
        "detail = 'x'", "key_id = 2", "key_id = 4294967296", "mac = REVERSE(mac)",
    ])
    func `Names the row of which a column was changed, before its seal and after`(change: String) throws {
        for isSealed in [false, true] {
            let log = try TamperedLog()
            try log.write(5)
            if isSealed { try log.seal() }
            #expect(try log.root.change("UPDATE audit SET \(change) WHERE id = 3") == 1)
            #expect(try log.verify() == [.rowChanged(id: 3)])
        }
    }

    @Test func `Names the row that was removed`() throws {
        let log = try TamperedLog()
        try log.write(20)
        try log.seal()
        try log.root.change("DELETE FROM audit WHERE id IN (1, 7, 20)")
        #expect(try log.verify() == [1, 7, 20].map { .rowMissing(id: $0, seal: 1) })
    }

    @Test func `Names the row that was added, with a MAC or without`() throws {
        let log = try TamperedLog()
        try log.write(3)
        try log.root.run("ALTER TABLE audit AUTO_INCREMENT = 10")
        try log.write(3)
        try log.seal()
        try log.write(1)
        try log.root.change("UPDATE audit SET id = 5 WHERE id = 13")
        #expect(try log.verify() == [.rowAdded(id: 5, seal: 1)])
        try log.root.change(
            """
            INSERT INTO audit (id, at, event, address, user_agent, request_id, ceremony) \
            VALUES (6, 1, 'signed-in', '', '', '', 'x')
            """)
        #expect(
            try log.verify() == [.rowAdded(id: 5, seal: 1), .rowAdded(id: 6, seal: 1), .rowsWithoutMAC(ids: 6...6)])
    }

    @Test func `Names a row below all others, a copy behind the dropped key, and rows that nobody seals`() throws {
        let log = try TamperedLog()
        try log.write(3)
        try log.seal()
        try log.root.change(
            """
            INSERT INTO audit (id, at, event, address, user_agent, request_id, ceremony) \
            VALUES (-5, 1, 'role-set', '', '', '', 'x')
            """)
        #expect(try log.verify() == [.rowAdded(id: -5, seal: 1)])
        try log.root.run("ALTER TABLE audit DROP INDEX ceremony")
        try log.root.change(
            """
            INSERT INTO audit (at, event, author_id, account_id, address, user_agent, request_id, node, ceremony, \
            detail, key_id, mac) SELECT at, event, author_id, account_id, address, user_agent, request_id, node, \
            ceremony, detail, key_id, mac FROM audit WHERE id = 2
            """)
        #expect(try log.verify() == [.rowAdded(id: -5, seal: 1), .rowCopied(id: 4)])
        var late: [AuditFinding] = []
        _ = try log.store.verifyAudit(against: nil, at: Instant(seconds: 1_790_000_301)) { late.append($0) }
        #expect(late.contains(.rowNotSealed(id: 4)))
    }

    @Test func `A purge hides nothing: it refuses a log that was tampered with, and goes by the age of the seals`()
        throws
    {
        let log = try TamperedLog()
        let now = Instant(seconds: 1_790_000_000)
        try log.write(6, at: now.seconds - 120)
        try log.seal(at: now.seconds - 60)
        try log.root.change("UPDATE audit SET at = at - 400 * 86400000000")
        #expect(throws: AuditNotAsWritten.self) {
            try log.store.purgeAudit(against: nil, on: .commandLine(at: now))
        }
        try log.root.change("UPDATE audit SET at = at + 400 * 86400000000")
        #expect(try log.store.purgeAudit(against: nil, on: .commandLine(at: now)) == nil)
        let later = now.advanced(bySeconds: 366 * 86_400)
        #expect(try log.store.purgeAudit(against: nil, on: .commandLine(at: later)) == 1)
        try log.root.change(
            """
            INSERT INTO audit (id, at, event, address, user_agent, request_id, ceremony) \
            VALUES (3, 1, 'role-set', '', '', '', 'x')
            """)
        #expect(try log.verify().contains(.rowAdded(id: 3, seal: 1)))
    }

    @Test func `Finds a change among rows that somebody loaded without a MAC, once they are sealed`() throws {
        let log = try TamperedLog()
        try log.write(1)
        try log.root.change(
            """
            INSERT INTO audit (at, event, address, user_agent, request_id, ceremony) \
            SELECT seq, 'signed-in', '', '', '', RANDOM_BYTES(16) FROM seq_1_to_50
            """)
        try log.seal()
        #expect(try log.verify() == [.rowsWithoutMAC(ids: 2...51)])
        try log.root.change("UPDATE audit SET detail = 'forged' WHERE id = 20")
        #expect(try log.verify() == [.rowsExchanged(ids: 1...51, seal: 1), .rowsWithoutMAC(ids: 2...51)])
    }

    @Test func `Names the row that is a copy of another, which no longer is unique in what its MAC covers`() throws {
        let log = try TamperedLog()
        try log.write(3)
        try log.root.change(
            """
            INSERT INTO audit (at, event, author_id, account_id, address, user_agent, request_id, node, ceremony, \
            detail, key_id, mac) SELECT at, event, author_id, account_id, address, user_agent, request_id, node, \
            REVERSE(ceremony), detail, key_id, mac FROM audit WHERE id = 2
            """)
        #expect(try log.verify() == [.rowChanged(id: 4)])
    }

    @Test func `Names the seal whose rows changed places`() throws {
        let log = try TamperedLog()
        try log.write(5)
        try log.seal()
        for (old, new) in [(2, 99), (4, 2), (99, 4)] {
            try log.root.change("UPDATE audit SET id = \(new) WHERE id = \(old)")
        }
        #expect(try log.verify() == [.rowsExchanged(ids: 1...5, seal: 1)])
    }

    @Test(arguments: [
        "previous = REVERSE(mac)", "first_id = first_id - 1", "last_id = last_id + 1", "present = CONCAT(present, 'x')",
        "digest = REVERSE(digest)", "sealed_at = sealed_at + 1", "key_id = 2", "mac = REVERSE(mac)",
    ])
    func `Names the seal that was changed`(change: String) throws {
        let log = try TamperedLog()
        for _ in 0..<3 {
            try log.write(3)
            try log.seal()
        }
        #expect(try log.root.change("UPDATE audit_seals SET \(change) WHERE number = 2") == 1)
        #expect(try log.verify() == [.sealChanged(2)])
    }

    @Test func `Names the seals that were removed`() throws {
        let log = try TamperedLog()
        for _ in 0..<5 {
            try log.write(3)
            try log.seal()
        }
        try log.root.change("DELETE FROM audit_seals WHERE number IN (1, 3, 4)")
        #expect(try log.verify() == [.sealsMissing(1...1), .sealsMissing(3...4)])
    }

    @Test func `Puts no seal on top of a forged one`() throws {
        let log = try TamperedLog()
        try log.write(3)
        try log.seal()
        try log.root.change("UPDATE audit_seals SET number = 9223372036854775807")
        try log.write(3)
        #expect(throws: AuditSealChanged.self) { try log.seal() }
        #expect(try log.verify() == [.sealsMissing(1...Int64.max - 1), .sealChanged(Int64.max)])
    }

    @Test func `Is found to have lost its end, rows and seals together, by whoever remembers the end`() throws {
        let log = try TamperedLog()
        try log.write(3)
        try log.seal()
        try log.write(3)
        let anchor = AuditAnchor(try log.seal()!)
        #expect(try log.verify(against: AuditAnchor(anchor.text)) == [])
        try log.root.change("DELETE FROM audit WHERE id > 3")
        try log.root.change("DELETE FROM audit_seals WHERE number > 1")
        #expect(try log.verify() == [])
        #expect(try log.verify(against: anchor) == [.endMissing(anchor)])
        try log.write(9)
        try log.seal()
        #expect(try log.verify(against: anchor) == [.endMissing(anchor)])
    }
}
