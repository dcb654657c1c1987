import Testing

@testable import Secrets

@Suite struct `A password hash` {
    let cheap = PasswordHash.Cost(memory: 19_456, passes: 2)
    let password = Array("correct horse battery".utf8)

    /// A stored hash as the database gives it away: without what stands after the last `$`.
    private func parameters(of hash: PasswordHash) throws -> PasswordHash.Parameters {
        let end = try #require(hash.text.lastIndex(of: UInt8(ascii: "$")))
        return try #require(PasswordHash.Parameters(Array(hash.text[..<end])))
    }

    @Test func `It is PHC text with the number of its key`() throws {
        let hash = PasswordHash(of: password, cost: .floor, vault: try vault(keys: 1))
        let text = String(decoding: hash.text, as: UTF8.self)
        #expect(text.hasPrefix("$argon2id$v=19$m=19456,t=2,p=1,keyid=AAAAAQ$"))
        #expect(text.split(separator: "$").map(\.count) == [8, 4, 28, 22, 43])
    }

    @Test func `The same password under its parameters gives the same text, and another does not`() throws {
        let vault = try vault(keys: 1)
        let stored = PasswordHash(of: password, cost: .floor, vault: vault)
        let parameters = try parameters(of: stored)
        #expect(try PasswordHash(of: password, as: parameters, vault: vault).text == stored.text)
        #expect(try PasswordHash(of: password + [0x20], as: parameters, vault: vault).text != stored.text)
        #expect(PasswordHash(of: password, cost: .floor, vault: vault).text != stored.text)
    }

    @Test func `Without the key the right password does not match`() throws {
        let stored = PasswordHash(of: password, cost: .floor, vault: try vault(keys: 1))
        let parameters = try parameters(of: stored)
        let folder = TemporaryFolder()
        let other = try Vault(keyRing: folder.write(line(1, "ee")))
        #expect(try PasswordHash(of: password, as: parameters, vault: other).text != stored.text)
        let without = try vault(keys: 2)
        #expect(throws: VaultError.unknownKey(KeyID(rawValue: 1))) {
            _ = try PasswordHash(of: password, as: parameters, vault: without)
        }
    }

    @Test func `The last byte of a long password matters`() throws {
        let vault = try vault(keys: 1)
        let long = [UInt8](repeating: 0x61, count: 1_024)
        let stored = PasswordHash(of: long, cost: .floor, vault: vault)
        let almost = try PasswordHash(of: long.dropLast() + [0x62], as: parameters(of: stored), vault: vault)
        #expect(almost.text != stored.text)
    }

    @Test func `It must be renewed when work or key are behind`() throws {
        let vault = try vault(keys: 1)
        let parameters = try parameters(of: PasswordHash(of: password, cost: .floor, vault: vault))
        #expect(!parameters.isBelow(.floor, current: KeyID(rawValue: 1)))
        #expect(parameters.isBelow(.floor, current: KeyID(rawValue: 2)))
        #expect(parameters.isBelow(.init(memory: 32_768, passes: 2), current: KeyID(rawValue: 1)))
        #expect(parameters.isBelow(.init(memory: 19_456, passes: 3), current: KeyID(rawValue: 1)))
    }

    @Test func `An unknown account costs what a new password costs`() throws {
        let vault = try vault(keys: 1, 2)
        let cost = PasswordHash.Cost(memory: 32_768, passes: 3)
        let parameters = PasswordHash.Parameters.unknownAccount(cost: cost, vault: vault)
        #expect(parameters.cost == cost && parameters.key == vault.current && parameters.salt.count == 16)
        #expect(PasswordHash.Parameters(parameters.text) == parameters)
    }

    @Test(arguments: [
        "", "$", "$argon2id$v=19$m=19456,t=2,p=1,keyid=AAAAAQ",
        "$argon2i$v=19$m=19456,t=2,p=1,keyid=AAAAAQ$AAAAAAAAAAAAAAAAAAAAAA",
        "$argon2id$v=16$m=19456,t=2,p=1,keyid=AAAAAQ$AAAAAAAAAAAAAAAAAAAAAA",
        "$argon2id$v=19$m=19456,t=2,p=2,keyid=AAAAAQ$AAAAAAAAAAAAAAAAAAAAAA",
        "$argon2id$v=19$m=8,t=2,p=1,keyid=AAAAAQ$AAAAAAAAAAAAAAAAAAAAAA",
        "$argon2id$v=19$m=19456,t=1,p=1,keyid=AAAAAQ$AAAAAAAAAAAAAAAAAAAAAA",
        "$argon2id$v=19$m=99999999,t=2,p=1,keyid=AAAAAQ$AAAAAAAAAAAAAAAAAAAAAA",
        "$argon2id$v=19$m=+19456,t=2,p=1,keyid=AAAAAQ$AAAAAAAAAAAAAAAAAAAAAA",
        "$argon2id$v=19$m=019456,t=2,p=1,keyid=AAAAAQ$AAAAAAAAAAAAAAAAAAAAAA",
        "$argon2id$v=19$m=19456,t=2,p=1,keyid=AAAAAA$$AAAAAAAAAAAAAAAAAAAAAA",
        "$argon2id$v=19$m=19456,t=2,p=1,keyid=AAAA$AAAAAAAAAAAAAAAAAAAAAA",
        "$argon2id$v=19$m=19456,t=2,p=1,k=AAAAAQ$AAAAAAAAAAAAAAAAAAAAAA",
        "$argon2id$v=19$m=19456,t=2,p=1,keyid=AAAAAQ$AAAAAAAAAAAAAAAAAAAAAB",
        "$argon2id$v=19$m=19456,t=2,p=1,keyid=AAAAAQ$AAAA",
        "$argon2id$v=19$m=19456,t=2,p=1,keyid=AAAAAQ$AAAAAAAAAAAAAAAAAAAAAA$",
    ])
    func `Text that we would not write has no parameters`(text: String) {
        #expect(PasswordHash.Parameters(Array(text.utf8)) == nil)
    }

    @Test(arguments: [
        "", "m=", "m=32768", "m=32768,t=", "t=3,m=32768", "m=32768,t=3,p=1", "m=19455,t=2", "m=32768,t=1",
    ])
    func `A cost that is malformed or below the floor is none`(text: String) {
        #expect(PasswordHash.Cost(parsing: text) == nil)
        #expect(PasswordHash.Cost(parsing: "m=32768,t=3") == PasswordHash.Cost(memory: 32_768, passes: 3))
    }

    @Test func `Calibration takes the most work that time and memory allow`() {
        let gigabyte = 1 << 30
        func memory(_ cores: Int, _ bytes: Int, _ milliseconds: @escaping (Int) -> Int) -> Int {
            PasswordHash.Cost.calibrated(cores: cores, memoryBytes: bytes) { .milliseconds(milliseconds($0.memory)) }
                .memory
        }
        #expect(memory(2, 24 * gigabyte) { _ in 100 } == 65_536)
        #expect(memory(2, 24 * gigabyte) { $0 > 40_000 ? 101 : 60 } == 32_768)
        #expect(memory(2, 24 * gigabyte) { _ in 101 } == 19_456)
        #expect(memory(8, 2 * gigabyte) { _ in 1 } == 32_768)
        #expect(memory(64, gigabyte) { _ in 1 } == 19_456)
    }
}
