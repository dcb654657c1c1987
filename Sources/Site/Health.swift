import HTTP

/// Tells a monitor that the site is alive, reaches its database and can judge codes by its clock. It is 503 otherwise, and
/// says why in one line.
enum Health {
    static func show(_ request: Request, _ store: borrowing Store) throws -> Response {
        // The word of the system alone is no reason to wake anybody.
        let findings = try store.clock(at: request.receivedAt).findings.filter { $0 != .isUnsynchronised }
        if let worst = findings.first, worst.refusesCodes {
            return answer(.serviceUnavailable, ["\(worst.sentence) \(worst.remedy)"])
        }
        return answer(.ok, ["ok"] + findings.map { "\($0.sentence) \($0.remedy)" })
    }

    private static func answer(_ status: Status, _ lines: [String]) -> Response {
        var response = Response(status)
        response.body = lines.flatMap { Array("\($0)\n".utf8) }
        response.set("Content-Type", "text/plain; charset=utf-8")
        return response
    }
}
