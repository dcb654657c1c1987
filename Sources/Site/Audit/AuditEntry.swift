public import HTTP

import MariaDB

/// A row of the audit log as it is read by people.
public struct AuditEntry: Sendable {
    public let position: AuditPosition
    /// As it is stored; it may be of a newer version.
    public let event: String
    private let known: Event?
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
    public var sentence: String { known?.sentence ?? event }
    public var result: Event.Result? { known?.result }

    init(_ row: Row) {
        position = AuditPosition(at: Instant(microseconds: row.integer("at")), id: row.integer("id"))
        event = String(decoding: row.bytes("event"), as: UTF8.self)
        known = Event(rawValue: event)
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
