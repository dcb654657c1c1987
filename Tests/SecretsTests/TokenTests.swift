import Testing

@testable import Secrets

@Suite struct `A token` {
    @Test func `Its cookie is read back as the same token`() throws {
        for _ in 0..<1_000 {
            let token = Token.random()
            #expect(token.text.utf8.count == 43)
            let read = try #require(Token(Array(token.text.utf8)))
            #expect(read.text == token.text && read.hash == token.hash)
        }
    }

    @Test func `Its hash is SHA-256 of its 32 bytes`() throws {
        let token = try #require(Token([UInt8](repeating: UInt8(ascii: "A"), count: 43)))
        #expect(token.hash == sha256([UInt8](repeating: 0, count: 32)))
    }

    @Test(arguments: [
        String(repeating: "A", count: 42), String(repeating: "A", count: 44), String(repeating: "A", count: 42) + "B",
        String(repeating: "A", count: 42) + "=", String(repeating: "A", count: 42) + "+",
        "+" + String(repeating: "A", count: 42),
        "/" + String(repeating: "A", count: 42), " " + String(repeating: "A", count: 42),
        String(repeating: "A", count: 43) + "=",
        String(repeating: "A", count: 42) + "\0", String(repeating: "A", count: 41) + "é", "",
    ])
    func `A cookie that we would not write is no token`(cookie: String) {
        #expect(Token(Array(cookie.utf8)) == nil)
    }

    @Test func `The next token follows from this one, its label and the key`() throws {
        let vault = try vault(keys: 1)
        let token = Token.random()
        let next = token.derived("session", vault: vault)
        #expect(next.text == token.derived("session", vault: vault).text)
        let others = [
            token, token.derived("ticket", vault: vault), Token.random().derived("session", vault: vault),
            token.derived("session", vault: try SecretsTests.vault(keys: 2)),
        ]
        #expect(!others.map(\.text).contains(next.text))
    }

    @Test func `Printing shows nothing of it`() {
        let token = Token.random()
        var dumped = ""
        dump(token, to: &dumped)
        for shown in ["\(token)", String(reflecting: token), String(describing: [token]), dumped] {
            #expect(!shown.contains(token.text) && !shown.contains("bytes") && !shown.contains(", "))
        }
    }
}
