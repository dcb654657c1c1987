import HTTP

/// The audit log as a file for a spreadsheet, however long it is: a part at a time, each found by the last row before it.
///
/// While it lasts it keeps one worker of the portal busy, a quarter of a minute for a million rows; nginx lets one
/// be under way.
enum AuditDownload {
    static let path: Path = "/admin/audit.csv"
    /// So many rows take a few milliseconds and a few megabytes of a worker's memory.
    private static let count = 200

    static func show(_ request: Request, _ who: Administrator, _ store: borrowing Store) throws -> Response {
        let search = AuditSearch(request.query)
        switch try search.reading(store) {
        case .refused(let errors): return AuditLog.refused(search, errors, request, who)
        case .filter(let filter): return try part(of: filter, search, request, who, store)
        }
    }

    private static func part(
        of filter: AuditFilter, _ search: AuditSearch, _ request: Request, _ who: Administrator,
        _ store: borrowing Store
    ) throws -> Response {
        var response = Response(.ok)
        response.set("Content-Type", "text/csv; charset=utf-8; header=present")
        response.set(
            "Content-Disposition", "attachment; filename=\"audit-\(Moment(request.receivedAt).machine.prefix(10)).csv\""
        )
        guard request.method != .head else { return response }
        if request.continuation == nil {
            try store.note(
                .auditDownloaded, of: nil, by: who.user.id, on: Occasion(request),
                detail: search.isEmpty ? "everything" : search.query)
            response.body = CSV.byteOrderMark + CSV.line(columns.map { Array($0.utf8) })
        }
        let entries = try store.audit(filter, olderThan: request.continuation.flatMap(AuditPosition.init), count)
        for entry in entries { response.body += line(entry) }
        response.continuation = entries.count < count ? nil : entries.last.map { Array($0.position.text.utf8) }
        return response
    }

    private static let columns = [
        "time", "event", "result", "description", "author", "author name", "account", "account name", "address",
        "detail", "request id", "node", "user agent",
    ]

    private static func line(_ entry: AuditEntry) -> [UInt8] {
        let known = [
            Moment(entry.at).milliseconds, entry.event, entry.result?.rawValue, entry.sentence, entry.author?.email,
            entry.author?.name, entry.account?.email, entry.account?.name,
        ].map { Array(($0 ?? "").utf8) }
        return CSV.line(known + [entry.address, entry.detail, entry.requestID, entry.node, entry.userAgent])
    }
}
