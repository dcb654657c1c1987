import Authentication
import Testing

@testable import Site

@Suite struct `The common passwords that deploy/ gathers` {
    let lines: [ArraySlice<UInt8>]

    init() throws {
        lines = try TestInstance.commonPasswords().split(separator: UInt8(ascii: "\n"))
    }

    @Test func `Are at least 100,000, and at least 3,000 of those that are long enough`() {
        #expect(lines.count >= 100_000)
        #expect(lines.count { $0.count >= PasswordRule.fewest } >= 3_000)
    }

    @Test func `Stand in the order in which they are looked up`() {
        #expect(zip(lines, lines.dropFirst()).allSatisfy { $0.lexicographicallyPrecedes($1) })
    }

    @Test func `Are refused with the reason, short or long`() throws {
        let store = try TestInstance.store()
        let short = stride(from: 0, to: lines.count, by: lines.count / 50).map { lines[$0] }
        let long = lines.filter { (PasswordRule.fewest...PasswordRule.longest).contains($0.count) }
        for password in short + stride(from: 0, to: long.count, by: long.count / 50).map({ long[$0] }) {
            let address = try #require(EmailAddress("ada@example.test".utf8))
            #expect(try store.refusal(of: Array(password), for: address, name: "Ada Lovelace") == .common)
        }
    }

    @Test func `Are told of at the field`() throws {
        let ada = try Person()
        var browser = try Browser()
        try browser.signIn(ada)
        for password in ["password", "123456", "iloveyou1", "Unbelievable", "1234567890123"] {
            try browser.open("/my/profile")
            let page = try browser.press(
                "Change password", ["current-password": ada.password, "new-password": password])
            #expect(page.status == 422)
            #expect(page.contains("This password is a common one, which is guessed first. Choose another."))
        }
    }
}
