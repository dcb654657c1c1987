import Testing

@testable import Secrets

@Suite struct `The vault` {
    let owner = Owner(account: 7, row: [UInt8](repeating: 3, count: 16))

    @Test func `What is sealed opens for its owner`() throws {
        let vault = try vault(keys: 1)
        let sealed = vault.seal(Secret(copying: 1...20), of: owner)
        #expect(sealed.bytes.count == 1 + 4 + 12 + 20 + 16)
        #expect(sealed.bytes.starts(with: [1, 0, 0, 0, 1]))
        #expect(try vault.open(sealed, of: owner).copy() == Array(1...20))
    }

    @Test func `The same secret is never sealed twice the same way`() throws {
        let vault = try vault(keys: 1)
        let sealed = (0..<1_000).map { _ in vault.seal(Secret(copying: [1, 2, 3]), of: owner) }
        #expect(Set(sealed).count == 1_000)
        #expect(Set(sealed.map { Array($0.nonce) }).count == 1_000)
    }

    @Test func `A change of any bit is noticed`() throws {
        let vault = try vault(keys: 1)
        let sealed = vault.seal(Secret(copying: 1...20), of: owner)
        for index in sealed.bytes.indices {
            for bit in 0..<8 {
                var bytes = sealed.bytes
                bytes[index] ^= 1 << bit
                #expect(throws: VaultError.self) { _ = try vault.open(SealedSecret(bytes), of: owner) }
            }
        }
        for count in 0..<sealed.bytes.count {
            let cut = SealedSecret(Array(sealed.bytes.prefix(count)))
            #expect(throws: VaultError.damaged) { _ = try vault.open(cut, of: owner) }
        }
        #expect(throws: VaultError.damaged) { _ = try vault.open(SealedSecret(sealed.bytes + [0]), of: owner) }
    }

    @Test func `It opens for no other account and no other row`() throws {
        let vault = try vault(keys: 1)
        let sealed = vault.seal(Secret(copying: 1...20), of: owner)
        let others = [
            Owner(account: 8, row: [UInt8](repeating: 3, count: 16)),
            Owner(account: 7, row: [UInt8](repeating: 3, count: 15) + [4]),
            Owner(account: 7, row: [UInt8](repeating: 3, count: 17)),
            Owner(account: 7, row: []),
        ]
        for other in others {
            #expect(throws: VaultError.damaged) { _ = try vault.open(sealed, of: other) }
        }
    }

    @Test func `What it is bound to says the length of each part`() {
        let binding = Owner(account: 0x0102, row: [9]).binding(key: KeyID(rawValue: 3))
        let expected: [[UInt8]] = [
            [0, 0, 0, 1, 1], [0, 0, 0, 4], Array("totp".utf8), [0, 0, 0, 10], Array("sealed_key".utf8),
            [0, 0, 0, 8, 0, 0, 0, 0, 0, 0, 1, 2], [0, 0, 0, 1, 9], [0, 0, 0, 4, 0, 0, 0, 3],
        ]
        #expect(binding == Array(expected.joined()))
    }

    @Test func `An older key still reads, and a removed one is named`() throws {
        let old = try vault(keys: 1).seal(Secret(copying: [9]), of: owner)
        let both = try vault(keys: 1, 2)
        #expect(try both.open(old, of: owner).copy() == [9])
        #expect(both.seal(Secret(copying: [9]), of: owner).key == KeyID(rawValue: 2))
        let new = try vault(keys: 2)
        #expect(throws: VaultError.unknownKey(KeyID(rawValue: 1))) { _ = try new.open(old, of: owner) }
    }

    @Test func `A key with the right number and other digits opens nothing`() throws {
        let sealed = try vault(keys: 1).seal(Secret(copying: [9]), of: owner)
        let folder = TemporaryFolder()
        let other = try Vault(keyRing: folder.write(line(1, "ee")))
        #expect(throws: VaultError.damaged) { _ = try other.open(sealed, of: owner) }
    }

    @Test func `Each purpose and each key has its own MAC`() throws {
        let vault = try vault(keys: 1, 2)
        var macs: Set<[UInt8]> = []
        for purpose in Vault.Purpose.allCases {
            for key in [KeyID(rawValue: 1), KeyID(rawValue: 2)] {
                macs.insert(try vault.mac([1, 2, 3], for: purpose, under: key))
            }
        }
        #expect(macs.count == Vault.Purpose.allCases.count * 2)
        #expect(try vault.mac([1], for: .audit) == vault.mac([1], for: .audit, under: KeyID(rawValue: 2)))
        #expect(throws: VaultError.unknownKey(KeyID(rawValue: 3))) {
            _ = try vault.mac([1], for: .audit, under: KeyID(rawValue: 3))
        }
    }

    @Test func `The key of a purpose is HKDF of the master key and its name`() throws {
        let derived = unsafe Secret(count: 32) { derived in
            unsafe [UInt8](repeating: 0x41, count: 32).withUnsafeBytes {
                unsafe HKDF.sha256(from: $0, for: Array("vestibule/form-token/v1".utf8), into: derived)
            }
        }
        let expected = HMAC.sha256([1, 2, 3].span, key: derived.copy().span)
        #expect(try vault(keys: 1).mac([1, 2, 3], for: .formToken) == expected)
    }

    @Test func `A slow MAC depends on message, salt, cost, purpose and key`() throws {
        let vault = try vault(keys: 1, 2)
        let one = KeyID(rawValue: 1)
        let salt = [UInt8](repeating: 5, count: 16)
        let cheap = PasswordHash.Cost(memory: 64, passes: 1)
        let mac = try vault.slowMAC([1], salt: salt, cost: cheap, for: .password, under: one)
        #expect(mac.count == 32)
        #expect(try vault.slowMAC([1], salt: salt, cost: cheap, for: .password, under: one) == mac)
        let others = [
            try vault.slowMAC([2], salt: salt, cost: cheap, for: .password, under: one),
            try vault.slowMAC([1], salt: salt.reversed() + [1], cost: cheap, for: .password, under: one),
            try vault.slowMAC([1], salt: salt, cost: .init(memory: 64, passes: 2), for: .password, under: one),
            try vault.slowMAC([1], salt: salt, cost: cheap, for: .recoveryCode, under: one),
            try vault.slowMAC([1], salt: salt, cost: cheap, for: .password, under: KeyID(rawValue: 2)),
        ]
        #expect(Set(others + [mac]).count == 6)
    }
}
