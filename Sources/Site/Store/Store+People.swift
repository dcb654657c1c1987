import Authentication
import HTTP
import MariaDB

extension Store {
    /// Up to `count` of the people whom `search` finds, in the order of their addresses, after `address`.
    borrowing func people(_ search: PeopleSearch, after address: [UInt8], _ count: Int) throws -> [Account] {
        let text = Value.text(search.text)
        let isASCII = search.text.utf8.allSatisfy { $0 < 0x80 }
        return try rows(
            .pageOfPeople, .bytes(address), text, text, .integer(isASCII ? 1 : 0),
            .integer(search.withoutSecondFactor ? 1 : 0), .integer(Int64(count))
        ).map(Account.init)
    }
}
