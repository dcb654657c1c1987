import Secrets
import Testing

import Authentication

@Suite struct `A recovery code` {
    @Test func `A set has eight codes, none of them twice`() {
        let set = RecoveryCode.newSet().map(\.text)
        #expect(set.count == 8 && Set(set).count == 8)
    }

    @Test func `Every symbol comes equally often at every place, and no other symbol`() {
        let texts = (0..<1_000).flatMap { _ in RecoveryCode.newSet().map(\.text.utf8).map(Array.init) }
        #expect(texts.count == 8_000)
        #expect(Set(texts).count == 8_000)
        for place in [0, 1, 2, 3, 5, 6, 7, 8] {
            let counts = Dictionary(texts.map { ($0[place], 1) }, uniquingKeysWith: +)
            #expect(Set(counts.keys) == Set("ABCDEFGHJKLMNPQRSTUVWXYZ23456789".utf8))
            let chiSquare = counts.values.reduce(0.0) { $0 + (Double($1) - 250) * (Double($1) - 250) / 250 }
            // With 31 degrees of freedom one fair generator in a billion exceeds this.
            #expect(chiSquare < 108)
        }
        #expect(texts.allSatisfy { $0.count == 9 && $0[4] == UInt8(ascii: "-") })
    }

    @Test(arguments: ["ABCD-2345", "abcd-2345", "ABCD2345", " abcd 2345 ", "aBcD--23 45", "A-B-C-D-2-3-4-5"])
    func `Case, spaces and hyphens do not matter`(typed: String) throws {
        #expect(try #require(RecoveryCode(typed.utf8)).text == "ABCD-2345")
    }

    @Test(arguments: [
        "", "-", "%", "NULL", "ABCD-234", "ABCD-23456", "ABCD-2340", "ABCD-1345", "IBCD-2345", "OBCD-2345", "ABCD_2345",
        "ABCD-2345\0", "ABCD-2345\n", "ＡBCD-2345", "ÀBCD-234", "ABCD\u{A0}2345", "ABCD–2345", "________", "ABCD'345",
    ])
    func `Anything else is no code`(typed: String) {
        #expect(RecoveryCode(typed.utf8) == nil)
    }

    @Test func `Its hash belongs to code, account, salt and key`() throws {
        let vault = try temporaryVault()
        let other = try temporaryVault()
        let salt = [UInt8](repeating: 1, count: 16)
        let code = try #require(RecoveryCode("ABCD-2345".utf8))
        let hash = try code.hash(account: 7, salt: salt, key: vault.current, vault: vault)
        #expect(hash.count == 32)
        let again = try #require(RecoveryCode("abcd 2345".utf8))
        #expect(try again.hash(account: 7, salt: salt, key: vault.current, vault: vault) == hash)
        let others = [
            try #require(RecoveryCode("ABCD-2346".utf8)).hash(account: 7, salt: salt, key: vault.current, vault: vault),
            try code.hash(account: 8, salt: salt, key: vault.current, vault: vault),
            try code.hash(account: 7, salt: salt.map { $0 + 1 }, key: vault.current, vault: vault),
            try code.hash(account: 7, salt: salt, key: other.current, vault: other),
        ]
        #expect(Set(others + [hash]).count == 5)
        #expect(throws: VaultError.unknownKey(KeyID(rawValue: 9))) {
            _ = try code.hash(account: 7, salt: salt, key: KeyID(rawValue: 9), vault: vault)
        }
    }

    @Test func `Printing shows nothing of it`() throws {
        let code = try #require(RecoveryCode("ABCD-2345".utf8))
        for shown in ["\(code)", String(reflecting: code), "\([code])"] {
            #expect(!shown.contains("symbols") && !shown.contains("65") && !shown.contains("ABCD"))
        }
    }
}
