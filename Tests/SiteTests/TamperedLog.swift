import Foundation
import HTTP
import MariaDB

@testable import Site

/// An audit log in a database of its own, so that a test may tamper with it, as the server's root.
struct TamperedLog: ~Copyable {
    let store: Store
    let root: Connection
    let database: String

    init() throws {
        let database = "audit_\(UUID().uuidString.replacing("-", with: ""))"
        let server = try Connection(to: TestInstance.root(database: "mysql"))
        try server.run("CREATE DATABASE \(database) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin")
        let root = try Connection(to: TestInstance.root(database: database))
        for file in ["001_accounts_and_sessions", "004_audit"] {
            let text = try String(contentsOfFile: "\(TestInstance.sql)/schema/\(file).sql", encoding: .utf8)
            for statement in text.split(separator: ";\n") where statement.contains(where: { !$0.isWhitespace }) {
                try root.run(String(statement))
            }
        }
        store = try TestInstance.store(TestInstance.root(database: database))
        self.root = root
        self.database = database
    }

    deinit { try? root.run("DROP DATABASE \(database)") }

    /// Lets so many things happen.
    func write(_ count: Int = 1, _ event: Event = .signedOut, detail: String = "", at now: Int64 = 1_790_000_000) throws
    {
        for _ in 0..<count {
            try store.note(event, of: 7, by: 7, on: .commandLine(at: Instant(seconds: now)), detail: detail)
        }
    }

    /// Seals everything that is there.
    @discardableResult
    func seal(at now: Int64 = 1_790_000_060) throws -> AuditSeal? {
        try store.sealAudit(through: store.lastAuditID(), at: Instant(seconds: now))
    }

    func verify(against anchor: AuditAnchor? = nil) throws -> [AuditFinding] {
        var findings: [AuditFinding] = []
        _ = try store.verifyAudit(against: anchor, at: Instant(seconds: 1_790_000_100)) { findings.append($0) }
        return findings
    }
}
