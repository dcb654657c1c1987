import FastCGI
import HTTP
import Logging
import Site

/// Seals what has stood in the audit log for a minute, and remembers the newest seal outside the database.
struct AuditSealing {
    private let anchor: AuditAnchorFile?
    private let log: Logger
    /// The end of the log at this wake and the two before, half a minute apart.
    private var ends: [Int64] = []

    init(anchor: AuditAnchorFile?, log: Logger) {
        self.anchor = anchor
        self.log = log
    }

    mutating func seal(_ store: borrowing Store, at now: Instant) throws {
        ends.append(try store.lastAuditID())
        guard ends.count > 2, let seal = try store.sealAudit(through: ends.removeFirst(), at: now) else { return }
        try remember(AuditAnchor(seal), store)
    }

    /// Moves the anchor on, unless the log no longer has the seal at which it lies: then it stays there as evidence.
    private func remember(_ newest: AuditAnchor, _ store: borrowing Store) throws {
        guard let anchor else { return }
        if let old = try anchor.read() {
            guard try store.holds(old) else {
                log.critical("audit log was cut off or replaced: run `vestibule audit verify`")
                return
            }
            guard old != newest else { return }
        }
        try anchor.replace(with: newest)
        log.info("audit log sealed", metadata: ["seal": "\(newest.text.dropLast())"])
    }
}
