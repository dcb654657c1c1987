import ArgumentParser
import HTTP
import Secrets
import Site

extension KeysCommand {
    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print every key and what stands under it, one key a line.",
            discussion: """
                The newest first, with tabs between its number, its state, since when it writes (RFC 3339 in UTC, or unknown), \
                and how many second factors, pending keys, passwords, sets of recovery codes, audit rows and audit seals stand \
                under it. The state is current (it writes), older (it reads), waiting (it was added and not begun), retired \
                (it verifies its part of the audit log), or unknown (the database names it, and the file has it not).
                """)
        @Flag(help: "Print JSON, for programs.") var json = false

        func run() throws {
            let summaries = try Instance.read(part: "keys").migrationStore().keyUses().map(KeySummary.init)
            if json { return try printJSON(summaries) }
            for summary in summaries { print(summary.line) }
        }
    }
}

/// A key as the command line prints it. Times are RFC 3339 in UTC.
struct KeySummary: Encodable {
    let key: UInt32
    let state: String
    let beganAt: String?
    let secondFactors: Int
    let pendingKeys: Int
    let passwords: Int
    let recoverySets: Int
    let auditRows: Int
    let auditSeals: Int

    init(_ use: KeyUse) {
        key = use.key.rawValue
        state = use.state.rawValue
        beganAt = use.beganAt.map { Moment($0).machine }
        secondFactors = use[.secondFactor]
        pendingKeys = use[.enrolment]
        passwords = use[.password]
        recoverySets = use[.recoverySet]
        auditRows = use[.auditRow]
        auditSeals = use[.auditSeal]
    }

    var line: String {
        let counts = [secondFactors, pendingKeys, passwords, recoverySets, auditRows, auditSeals]
        return (["\(key)", state, beganAt ?? "unknown"] + counts.map(String.init)).joined(separator: "\t")
    }
}
