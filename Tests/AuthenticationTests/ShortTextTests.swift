import Authentication
import Testing

@Suite struct `A name or a reason` {
    @Test(arguments: [
        "Ada Lovelace", "  Ada ", "Zoë", "李小龍", "د. ليلى", "a", "🧕🏽", "क्‍ष", String(repeating: "é", count: 200),
    ])
    func `Is what can be seen`(typed: String) {
        let text = ShortText(typed.utf8)?.text
        #expect(text.map { Array($0.utf8) } == Array(typed.utf8).dropSpaces)
    }

    @Test(arguments: [
        "", " ", "\u{200D}", "\u{3164}", "\u{2800}", "\u{115F}", "\u{301}", "\u{E0100}", "\u{34F}", "a\u{202E}b",
        "a\nb",
        "a\u{0}", String(repeating: "a", count: 201),
    ])
    func `Is not what deceives or cannot be seen`(typed: String) {
        #expect(ShortText(typed.utf8) == nil)
    }

    @Test func `Is not what is no text`() {
        #expect(ShortText([0xFF, 0x61]) == nil)
    }
}

extension [UInt8] {
    fileprivate var dropSpaces: [UInt8] {
        Array(drop { $0 == 0x20 }.reversed().drop { $0 == 0x20 }.reversed())
    }
}
