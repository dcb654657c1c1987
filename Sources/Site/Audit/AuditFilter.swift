public import HTTP

import MariaDB

/// Which part of the audit log is looked at. What is `nil` leaves nothing out.
public struct AuditFilter: Equatable, Sendable {
    /// The person who did it, or to whom it was done.
    var person: Int64?
    var event: Event?
    var address: [UInt8]?
    var from: Instant?
    /// The first moment that is too late.
    var until: Instant?

    public init(
        person: Account? = nil, event: Event? = nil, address: [UInt8]? = nil, from: Instant? = nil,
        until: Instant? = nil
    ) {
        self.person = person?.user.id
        self.event = event
        self.address = address
        self.from = from
        self.until = until
    }
}

/// The place of a row in the log. Two rows of one instant are in the order of their ids.
public struct AuditPosition: Equatable, Sendable {
    let at: Instant
    let id: Int64
}

extension AuditPosition {
    /// As it stands in an address: `1795511520000000-17`.
    var text: String { "\(at.microseconds)-\(id)" }

    init?(_ text: [UInt8]) {
        let halves = text.split(separator: UInt8(ascii: "-"))
        guard halves.count == 2, let at = AuditPosition.number(halves[0]), let id = AuditPosition.number(halves[1])
        else { return nil }
        self.init(at: Instant(microseconds: at), id: id)
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int64? {
        guard digits.count <= 18, digits.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains) else {
            return nil
        }
        return digits.reduce(0) { $0 * 10 + Int64($1 - UInt8(ascii: "0")) }
    }
}

/// A row of the audit log as it is read by people.
public struct AuditEntry: Sendable {
    public let position: AuditPosition
    /// As it is stored; it may be of a newer version.
    public let event: String
    public let author: Person?
    public let account: Person?
    public let address: [UInt8]
    public let userAgent: [UInt8]
    public let requestID: [UInt8]
    public let node: [UInt8]
    public let detail: [UInt8]

    public struct Person: Equatable, Sendable {
        public let email: String
        public let name: String
    }

    public var at: Instant { position.at }
    public var sentence: String { Event(rawValue: event)?.sentence ?? event }
    public var result: Event.Result? { Event(rawValue: event)?.result }

    init(_ row: Row) {
        position = AuditPosition(at: Instant(microseconds: row.integer("at")), id: row.integer("id"))
        event = String(decoding: row.bytes("event"), as: UTF8.self)
        author = Person(email: row.textIfPresent("author_email"), name: row.textIfPresent("author_name"))
        account = Person(email: row.textIfPresent("account_email"), name: row.textIfPresent("account_name"))
        address = row.bytes("address")
        userAgent = row.bytes("user_agent")
        requestID = row.bytes("request_id")
        node = row.bytes("node")
        detail = row.bytes("detail")
    }
}

extension AuditEntry.Person {
    fileprivate init?(email: String?, name: String?) {
        guard let email, let name else { return nil }
        self.init(email: email, name: name)
    }
}
