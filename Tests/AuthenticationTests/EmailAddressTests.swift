import Testing

import Authentication

@Suite struct `An email address` {
    @Test(arguments: ["ada@example.test", "Ada@Example.test ", "\t ADA@EXAMPLE.TEST\t"])
    func `Case and the space around it do not matter`(typed: String) throws {
        let address = try #require(EmailAddress(typed.utf8))
        #expect(address.text == "ada@example.test")
        #expect(address == EmailAddress("ada@example.test".utf8))
    }

    @Test(arguments: [
        "admin@localhost", "a@b", "first.last+tag@sub.example.test", "o'neil@example.test",
        "!#$%&'*+-/=?^_`{|}~@example.test",
        "ada@xn--bcher-kva.example", "1@2.3", "a-@b-c.d",
    ])
    func `What mail allows is one`(typed: String) throws {
        #expect(try #require(EmailAddress(typed.utf8)).text == typed)
    }

    @Test(arguments: [
        "", " ", "@", "ada", "ada@", "@example.test", "ada@@example.test", "ada@a@example.test", "ada@.test",
        "ada@test.",
        "ada@a..b", ".ada@example.test", "ada.@example.test", "a..da@example.test", "ada@-a.test", "ada@a-.test",
        "ada@exa_mple.test", "a da@example.test", "ada@exam ple.test", "\"ada\"@example.test", "ada@[127.0.0.1]",
        "<ada@example.test>", "ada,bob@example.test", "ada@example.test\0", "\0ada@example.test", "ada@example.test\n",
        "ada@example.test\r\nBcc: b@c", "\nada@example.test", "ada@example.test\u{A0}",
    ])
    func `What mail does not allow is none`(typed: String) {
        #expect(EmailAddress(typed.utf8) == nil)
    }

    @Test(arguments: [
        "ädä@example.test", "a\u{301}da@example.test", "аda@example.test", "ａｄａ@example.test", "ada＠example.test",
        "ada@exаmple.test", "ada@example。test", "\u{212A}@example.test", "a\u{200B}da@example.test",
        "a\u{202E}da@example.test", "ſ@example.test", "ﬀ@example.test", "\u{FEFF}ada@example.test",
    ])
    func `What only looks like one is none`(typed: String) {
        #expect(EmailAddress(typed.utf8) == nil)
        #expect(EmailAddress(Array(typed.utf8.prefix(1)) + [0xFF] + Array("@example.test".utf8)) == nil)
    }

    @Test func `Its parts have the lengths that mail allows`() {
        let letters = { (count: Int) in String(repeating: "a", count: count) }
        let domain = [letters(63), letters(63), letters(61)].joined(separator: ".")
        #expect(EmailAddress("\(letters(64))@\(domain)".utf8)?.bytes.count == 254)
        #expect(EmailAddress("\(letters(64))@\(domain)a".utf8) == nil)
        #expect(EmailAddress("\(letters(65))@b".utf8) == nil)
        #expect(EmailAddress("a@\(letters(63))".utf8) != nil)
        #expect(EmailAddress("a@\(letters(64))".utf8) == nil)
    }
}
