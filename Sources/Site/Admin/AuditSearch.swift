import Authentication
import HTTP

/// What somebody looks for in the audit log, as they typed it. The list, its pages and its download share it.
struct AuditSearch {
    private let person: String
    private let event: String
    private let address: String
    private let from: String
    private let to: String

    init(_ query: Form) {
        person = query.text("person")
        event = query.text("event")
        address = query.text("address")
        from = query.text("from")
        to = query.text("to")
    }

    /// What cannot be looked for, and why.
    struct Errors {
        var person: String?
        var event: String?
        var from: String?
        var to: String?

        var isEmpty: Bool { person == nil && event == nil && from == nil && to == nil }
    }

    /// What was typed, as it can be looked for, or why it cannot. Half of it is no filter: it would show too much.
    enum Reading {
        case filter(AuditFilter)
        case refused(Errors)
    }

    func reading(_ store: borrowing Store) throws -> Reading {
        var filter = AuditFilter()
        var errors = Errors()
        if !person.isEmpty {
            filter.person = try EmailAddress(person.utf8).flatMap { try store.account($0)?.id }
            if filter.person == nil { errors.person = "Nobody here has this address. Check it, or leave it empty." }
        }
        if !event.isEmpty {
            filter.event = Event(rawValue: event)
            if filter.event == nil { errors.event = "Choose one of the events." }
        }
        filter.address = address.isEmpty ? nil : trimmed(Array(address.utf8))
        if !from.isEmpty {
            filter.from = TypedMoment(from.utf8)?.start
            if filter.from == nil { errors.from = AuditSearch.unreadable }
        }
        if !to.isEmpty {
            filter.until = TypedMoment(to.utf8)?.end
            if filter.until == nil { errors.to = AuditSearch.unreadable }
        }
        return errors.isEmpty ? .filter(filter) : .refused(errors)
    }

    private static let unreadable = "Enter a time in UTC, such as 2026-11-24T09:12."

    /// The query of an address that looks for the same.
    var query: String {
        [("person", person), ("event", event), ("address", address), ("from", from), ("to", to)]
            .filter { !$0.1.isEmpty }.map { "\($0.0)=\(PercentEncoding.encode($0.1))" }.joined(separator: "&")
    }

    var isEmpty: Bool { query.isEmpty }

    func form(_ errors: Errors) -> HTML {
        """
        <form class="filter" method="get" action="\(AuditLog.path.text)">
        \(ErrorSummary.html([("person", errors.person), ("event", errors.event), ("from", errors.from), ("to", errors.to)]))
        \(field("Person", "person", person, "type=\"email\" placeholder=\"Email\" autocomplete=\"off\"", errors.person))
        \(eventField(errors.event))
        \(field("Address", "address", address, "placeholder=\"192.0.2.1\" autocomplete=\"off\" maxlength=\"45\"", nil))
        \(timeField("From (UTC)", "from", from, errors.from))
        \(timeField("To (UTC)", "to", to, errors.to))
        <button class="button">Filter</button>
        </form>
        """
    }

    private func field(
        _ label: String, _ name: String, _ value: String, _ attributes: HTML, _ error: String?
    ) -> HTML {
        Field(label: label, name: name, attributes: attributes, value: value, isRequired: false, error: error).html
    }

    /// A browser's field for times shows nothing else: what is no whole time is kept in a field for text.
    private func timeField(_ label: String, _ name: String, _ value: String, _ error: String?) -> HTML {
        let isWhole = error == nil && value.utf8.count >= 16 && value.contains("T") && !value.hasSuffix("Z")
        let isTime = value.isEmpty || isWhole
        return field(label, name, value, isTime ? "type=\"datetime-local\" step=\"any\"" : "type=\"text\"", error)
    }

    private func eventField(_ error: String?) -> HTML {
        Choice(label: "Event", name: "event", options: AuditSearch.events, chosen: event, error: error).html
    }

    private static let events =
        [("", "All")] + Event.allCases.map { ($0.rawValue, $0.sentence) }.sorted { $0.1 < $1.1 }
}
