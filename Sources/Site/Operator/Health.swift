import HTTP

/// Tells a monitor that the site is alive, reaches its database and can judge codes by its clock. It is 503 otherwise, and
/// says why in one line.
enum Health {
    static func show(_ request: Request, _ store: borrowing Store) throws -> Response {
        let clock = try store.clock(at: request.receivedAt, since: store.turnedTo)
        // The word of the system alone is no reason to wake anybody.
        let findings = clock.findings.filter { $0 != .isUnsynchronised }
        if let worst = findings.first, worst.refusesCodes { return .text(.serviceUnavailable, line(worst)) }
        return .text(.ok, "ok\n" + findings.map(line).joined())
    }

    private static func line(_ finding: ClockFinding) -> String { "\(finding.sentence) \(finding.remedy)\n" }
}
