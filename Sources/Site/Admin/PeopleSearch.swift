import Authentication
import HTTP

/// Whom somebody looks for among the people, as they typed it.
struct PeopleSearch {
    /// Part of an address or a name, in any case of letters; a whole address in its one canonical spelling.
    let text: String
    let withoutSecondFactor: Bool

    init(_ query: Form) {
        text = EmailAddress(query["q"] ?? [])?.text ?? String(query.text("q").prefix(200))
        withoutSecondFactor = query["without-two-factor"] != nil
    }

    /// The query of an address that looks for the same.
    var query: String {
        "q=\(PercentEncoding.encode(text))" + (withoutSecondFactor ? "&without-two-factor=on" : "")
    }
}
