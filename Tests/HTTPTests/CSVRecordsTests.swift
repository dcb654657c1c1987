import HTTP
import Testing

@Suite struct `Comma-separated values that are read` {
    private func records(_ text: String) -> [[String]?] {
        CSV.Records(of: Array(text.utf8)).map { $0.cells?.map { String(decoding: $0, as: UTF8.self) } }
    }

    // swift-format-ignore
    @Test(arguments: [
        ("", []), ("\n\r\n\n", []), ("a", [["a"]]), ("a,b\n", [["a", "b"]]), ("a,b\r\nc,d", [["a", "b"], ["c", "d"]]),
        (",", [["", ""]]), ("a,\n,b\n", [["a", ""], ["", "b"]]), ("\"\"", [[""]]), ("\"a,b\",\"c\"\"d\"", [["a,b", "c\"d"]]),
        ("\"a\r\nb\"\nc", [["a\r\nb"], ["c"]]), ("\u{FEFF}a\n", [["a"]]), ("a\rb\n", [["a\rb"]]), (" a , b ", [[" a ", " b "]]),
        ("a\0b,c", [["a\0b", "c"]]), ("\"a\",", [["a", ""]]),
    ] as [(String, [[String]])])
    func `Are read as RFC 4180 writes them`(text: String, cells: [[String]]) {
        #expect(records(text) == cells.map(Optional.some))
    }

    @Test(arguments: ["a\"b", "\"a\"b", "\"a", "\"", "a,\"b\" ,c", "\"a\"\"", "a,\"", "\"a\"\rb"])
    func `Marks that do not pair spoil their own line alone`(text: String) {
        #expect(records("x,y\n\(text)\nz") == [["x", "y"], nil, ["z"]])
    }

    @Test func `A record is 4096 bytes long at most`() {
        let long = { String(repeating: "a", count: $0) }
        #expect(records(long(4_096)) == [[long(4_096)]])
        #expect(records("\(long(4_097))\nb") == [nil, ["b"]])
        #expect(records("\"\(long(4_094))\"\nb") == [[long(4_094)], ["b"]])
        #expect(records("\"\(long(4_095))\"\nb") == [nil, ["b"]])
        #expect(records("\(long(2_048)),\(long(2_048))\nb") == [nil, ["b"]])
    }

    @Test(arguments: 4_094...4_098, ["", "\n", "\r\n"])
    func `Where a record gets too long, nothing but its length matters`(count: Int, end: String) {
        let long = { String(repeating: "a", count: $0) }
        let allowed = { (cells: [String]) in count > 4_096 ? nil : cells }
        #expect(records(long(count) + end) == [allowed([long(count)])])
        #expect(records("\"\(long(count - 2))\"" + end) == [allowed([long(count - 2)])])
        #expect(records("\(long(count - 1))," + end) == [allowed([long(count - 1), ""])])
        #expect(records("\"\(long(count - 3))\"," + end) == [allowed([long(count - 3), ""])])
        #expect(records("\(long(count - 3)),\"\"" + end) == [allowed([long(count - 3), ""])])
    }

    @Test func `A record knows the line in which it begins`() {
        let text = "a\r\n\n\"b\nc\"\n\"d\ne\n\nf"
        #expect(CSV.Records(of: Array(text.utf8)).map(\.line) == [1, 3, 5, 6, 8])
    }
}
