import Testing

import Authentication

@Suite struct `A new password` {
    let ada = PasswordContext(
        email: EmailAddress("ada.l@analytical.example".utf8)!, name: "Ada Lovelace",
        site: ["Number House", "id.numbers.example.org"])
    let common = CommonPasswords(sortedLines: Array("123456\nletmein\nqwertyuiop[]\n".utf8))

    func refusal(of password: some Sequence<UInt8>) -> PasswordRule.Refusal? {
        PasswordRule.refusal(of: Array(password), in: ada, common: common)
    }

    @Test(
        arguments: [
            ("", .tooShort), ("elevenchars", .tooShort), ("twelve chars", nil), ("            ", nil),
            ("éééééééééééé", nil), ("ééééééééééé", .tooShort),
            ("e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}", nil),
            ("👍🏽👍🏽👍🏽👍🏽👍🏽👍🏽👍🏽👍🏽", nil), ("👍🏽👍🏽👍🏽👍🏽👍🏽👍🏽", nil), ("👍🏽👍🏽👍🏽👍🏽👍🏽", .tooShort),
        ] as [(String, PasswordRule.Refusal?)])
    func `Has at least twelve code points`(password: String, wanted: PasswordRule.Refusal?) {
        #expect(refusal(of: password.utf8) == wanted)
    }

    @Test(arguments: [12, 64, 1_024])
    func `May be long`(count: Int) {
        #expect(refusal(of: [UInt8](repeating: 0x61, count: count)) == nil)
    }

    @Test func `Has at most 1,024 bytes, and a longer one is not even looked up`() throws {
        struct Read: Error {}
        let long = [UInt8](repeating: 0x61, count: 1_025)
        #expect(try PasswordRule.refusal(of: long, in: ada, common: { throw Read() }()) == .tooLong)
    }

    @Test func `Counts bytes that are no text one by one`() {
        #expect(refusal(of: [UInt8](repeating: 0x80, count: 12)) == nil)
        #expect(refusal(of: [UInt8](repeating: 0x80, count: 11)) == .tooShort)
    }

    @Test(arguments: ["twenty small letters", "AAAAAAAAAAAAa", "740192835517", "a horse, a battery, a staple"])
    func `May be of any characters`(password: String) {
        #expect(refusal(of: password.utf8) == nil)
    }

    @Test(
        arguments: [
            ("123456", .common), ("LetMeIn", .common), ("qwertyuiop[]", .common), ("QWERTYUIOP[]", .common),
            // Another byte than a letter has no case, and the whole password is compared.
            ("qwertyuiop{}", nil), ("qwertyuiop[]a", nil), ("aqwertyuiop[]", nil), ("letmein\n123456", nil),
        ] as [(String, PasswordRule.Refusal?)])
    func `Is none of the common ones, however long and in whichever case`(
        password: String, wanted: PasswordRule.Refusal?
    ) {
        #expect(refusal(of: password.utf8) == wanted)
    }

    @Test(
        arguments: [
            ("Ada Lovelace", .ownName), ("AdaLovelace2026!", .ownName), ("2026-lovelace-2026", .ownName),
            ("ada.l@analytical.example", .ownAddress), ("ADA.L@Analytical.Example1", .ownAddress),
            ("analytical.example", .ownAddress), ("Analytical!!", .ownAddress),
            ("numberhouse123", .siteName), ("id.numbers.example.org", .siteName), ("Vestibule2026", .siteName),
            ("Lovelace and Ada", nil), ("Ada wrote a program", nil), ("l74019283551", nil), ("adalovelacy2026", nil),
        ] as [(String, PasswordRule.Refusal?)])
    func `Is not the name or address of the account or the site, however padded`(
        password: String, wanted: PasswordRule.Refusal?
    ) {
        #expect(refusal(of: password.utf8) == wanted)
    }

    @Test func `Is held against names without a letter as they are`() {
        let robot = PasswordContext(
            email: EmailAddress("r@x.example".utf8)!, name: "7401 9283 5517", site: ["1", "192.168.100.200"])
        #expect(PasswordRule.refusal(of: Array("7401 9283 5517".utf8), in: robot, common: common) == .ownName)
        #expect(PasswordRule.refusal(of: Array("192.168.100.200".utf8), in: robot, common: common) == .siteName)
        #expect(PasswordRule.refusal(of: Array("0000 0000 0000".utf8), in: robot, common: common) == nil)
    }
}

@Suite struct `The list of common passwords` {
    @Test(arguments: 0...20)
    func `Finds every line and nothing else, whatever its length`(count: Int) {
        let lines = (0..<count).map { "word\($0)" }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        let list = CommonPasswords(sortedLines: Array(lines.map { $0 + "\n" }.joined().utf8))
        for line in lines { #expect(list.contains(Array(line.utf8))) }
        for other in ["", "\n", "a", "word", "word99", "z", "word0\n"] { #expect(!list.contains(Array(other.utf8))) }
    }
}
