import Authentication
import HTTP
import MariaDB

/// Which people a page of the console lists.
struct PeopleFilter {
    /// Part of an address or a name, in any case of letters.
    let text: String
    let withoutSecondFactor: Bool

    init(_ query: Form) {
        text = String(query.text("q").prefix(200))
        withoutSecondFactor = query["without-two-factor"] != nil
    }

    /// The query of an address that lists the same people.
    var query: String {
        "q=\(PercentEncoding.encode(text))" + (withoutSecondFactor ? "&without-two-factor=on" : "")
    }
}

extension Store {
    static var peopleOnAPage: Int { 50 }

    /// The people after `address`, in the order of their addresses: a page, and one more if there is another page.
    borrowing func people(_ filter: PeopleFilter, after address: [UInt8]) throws -> [Account] {
        let text = Value.text(filter.text)
        return try rows(
            .pageOfPeople, .bytes(address), text, text, .integer(filter.withoutSecondFactor ? 1 : 0)
        ).map(Account.init)
    }
}
