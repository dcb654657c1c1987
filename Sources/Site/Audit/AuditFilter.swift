public import HTTP

import Secrets

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
        guard halves.count == 2, let at = Decimal.value(halves[0]), let id = Decimal.value(halves[1])
        else { return nil }
        self.init(at: Instant(microseconds: Int64(at)), id: Int64(id))
    }
}
