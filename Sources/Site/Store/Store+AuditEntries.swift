import HTTP
import MariaDB

/// Which way a page of the log lies from a row.
enum AuditDirection: Sendable {
    case older
    case newer
}

extension Store {
    /// Up to `count` rows of the log, newest first: those next to `position`, or the newest without one.
    ///
    /// The cost is that of the page, however large the log is and however old the page. What the server cannot look up
    /// with the filter that says most, it leaves out as it reads the index.
    public borrowing func audit(
        _ filter: AuditFilter, olderThan position: AuditPosition? = nil, _ count: Int
    ) throws -> [AuditEntry] {
        try audit(filter, .older, of: position ?? AuditPosition(at: Instant(microseconds: .max), id: .max), count)
    }

    borrowing func audit(
        _ filter: AuditFilter, _ direction: AuditDirection, of position: AuditPosition, _ count: Int
    ) throws -> [AuditEntry] {
        let place = filter.bounds(direction, position) + [Value(position.at), .integer(position.id)]
        let event = Value(filter.event.map { Array($0.rawValue.utf8) })
        let address = Value(filter.address)
        let limit = Value.integer(Int64(count))
        let isOlder = direction == .older
        let rows: [Row]
        if let person = filter.person {
            let half = [.integer(person), .integer(person)] + place + [event, event, address, address, limit]
            rows = try self.rows(isOlder ? .olderAuditOfPerson : .newerAuditOfPerson, half + half + [limit])
        } else if filter.address != nil {
            rows = try self.rows(
                isOlder ? .olderAuditFromAddress : .newerAuditFromAddress,
                [address, address] + place + [event, event, limit])
        } else if filter.event != nil {
            rows = try self.rows(isOlder ? .olderAuditOfEvent : .newerAuditOfEvent, [event, event] + place + [limit])
        } else {
            rows = try self.rows(isOlder ? .olderAudit : .newerAudit, place + [limit])
        }
        return rows.map(AuditEntry.init)
    }
}

extension AuditFilter {
    /// The first and the last moment that a page may hold.
    fileprivate func bounds(_ direction: AuditDirection, _ position: AuditPosition) -> [Value] {
        let first = from?.microseconds ?? .min
        let last = until.map { $0.microseconds - 1 } ?? .max
        return switch direction {
        case .older: [.integer(first), .integer(min(last, position.at.microseconds))]
        case .newer: [.integer(max(first, position.at.microseconds)), .integer(last)]
        }
    }
}

extension Value {
    fileprivate init(_ bytes: [UInt8]?) {
        self = bytes.map(Value.bytes) ?? .null
    }
}
