import ArgumentParser
import FastCGI
import Glibc
import HTTP
import Logging
import MariaDB
import Site

/// Wakes twice a minute, removes what is over, seals the audit log, looks at the clock, and has the sites asked every hour
/// whether they are shut. The supervisor starts it.
struct Housekeeper: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Remove expired sessions and challenges, seal the audit log and look at the clock, twice a minute.",
        discussion: """
            Every hour it has `protect probe --record` ask the sites. The supervisor starts it, and it ends with the \
            supervisor.
            """)

    func run() throws {
        let instance = try Instance.read(part: "housekeeper", isCommand: false)
        let page = try StatusPage.inherited()
        page.endWithSupervisor()
        var store = try instance.store(tally: Tally(page))
        var sealing = AuditSealing(
            anchor: instance.configuration[.auditAnchor].map(AuditAnchorFile.init), log: instance.log)
        var watching = ClockWatching(log: instance.log)
        var probing = Probing()
        while true {
            attempt("clock not looked at", instance.log) { try watching.look(store, at: Instant.now()) }
            attempt("keys not looked at", instance.log) { try store.takeUpKeys() }
            attempt("not tidied", instance.log) { try store.tidy(at: Instant.now()) }
            attempt("audit log not sealed", instance.log) { try sealing.seal(store, at: Instant.now()) }
            attempt("sites not asked", instance.log) { try probing.goOn() }
            sleep(30)
        }
    }

    /// What cannot be done now is done the next time, and the log says why it had to wait.
    private func attempt(_ failure: Logger.Message, _ log: Logger, _ work: () throws -> Void) {
        do {
            try work()
        } catch {
            log.error(failure, metadata: ["error": "\(error)"])
        }
    }
}
