import ArgumentParser
import FastCGI
import HTTP
import Site

/// The audit log, for scripts and timers.
struct AuditCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit", abstract: "Read, verify and purge the audit log.",
        discussion: """
            What happened, to whom, by whom, when and from where. Rows are sealed within two minutes; from then on none can \
            be changed, added or removed unnoticed, not even by root on the database.
            """,
        subcommands: [List.self, Verify.self, Purge.self])

    struct Verify: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Find rows that were changed, removed, added or forged.",
            discussion: """
                Reads the whole log. Ends with 0 if all is as it was written, and with 1 and a line for each finding \
                otherwise; the last line counts what was read. VESTIBULE_AUDIT_ANCHOR tells whether the end was cut off.

                  vestibule audit verify || logger -p auth.crit 'the audit log was tampered with'
                """)

        func run() throws {
            let instance = try Instance.read(part: "audit")
            var findings = 0
            let report = try instance.store().verifyAudit(
                against: instance.auditAnchor(), at: Instant.now()
            ) { finding in
                findings += 1
                print(finding)
            }
            print(report.sentence(findings: findings))
            if findings > 0 { throw ExitCode.failure }
        }
    }

    struct Purge: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Remove rows older than audit-retention-days.",
            discussion: """
                Verifies the log first, and removes nothing from one that is not as it was written. Then it removes, as \
                vestibule_migrate, the rows of the seals that are older, and writes down through which one.
                """)

        func run() throws {
            let instance = try Instance.read(part: "audit")
            let seal = try instance.migrationStore().purgeAudit(
                against: instance.auditAnchor(), on: .commandLine(at: Instant.now()))
            print(seal.map { "removed the rows through seal \($0)" } ?? "nothing is older than audit-retention-days")
        }
    }
}

extension AuditReport {
    fileprivate func sentence(findings: Int) -> String {
        var parts = ["\(rows) rows", "\(seals) seals", "\(unsealed) rows not sealed yet"]
        if withoutMAC > 0 { parts.append("\(withoutMAC) rows of an earlier version without a MAC") }
        return parts.joined(separator: ", ") + ": " + (findings == 0 ? "all as written" : "\(findings) findings")
    }
}

extension Instance {
    /// What this host remembers of the end of the log; says so where it remembers nothing.
    fileprivate func auditAnchor() throws -> AuditAnchor? {
        if let anchor = try configuration[.auditAnchor].map(AuditAnchorFile.init)?.read() { return anchor }
        StandardError.write(
            "no anchor yet (VESTIBULE_AUDIT_ANCHOR): whether the end of the log was cut off is not looked at")
        return nil
    }
}
