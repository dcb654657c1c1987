import HTTP

/// A page of the audit log, found by the row that it lies next to. Rows that are added meanwhile move nothing.
struct AuditPage {
    let entries: [AuditEntry]
    /// Where the pages before and after it begin, if there are any.
    let newer: AuditPosition?
    let older: AuditPosition?

    /// Finds the page that `query` asks for by `older` or `newer`, or the first.
    init(_ filter: AuditFilter, _ query: Form, _ store: borrowing Store, _ count: Int) throws {
        if let position = AuditPosition(query["newer"] ?? []) {
            let found = try store.audit(filter, .newer, of: position, count + 1)
            if found.count > count {
                entries = Array(found.dropFirst())
                newer = entries.first?.position
                older = entries.last?.position
                return
            }
        }
        // Fewer than a page are newer: the first page is full instead.
        let position = AuditPosition(query["older"] ?? [])
        let found = try store.audit(filter, olderThan: position, count + 1)
        entries = Array(found.prefix(count))
        newer = position == nil ? nil : entries.first?.position
        older = found.count > count ? entries.last?.position : nil
    }
}
