import Glibc
import Testing

@testable import Secrets

@Suite struct `Changing the key ring` {
    let owner = Owner(account: 7, row: [UInt8](repeating: 3, count: 16))

    @Test func `A fresh key comes behind the others, which stay as they are`() throws {
        let folder = TemporaryFolder()
        let text = "# ours\n" + line(7, "aa") + line(3, "bb")
        let before = try Vault(keyRing: folder.write(text))
        let sealed = before.seal(Secret(copying: [9]), of: owner)
        #expect(try before.addKey() == KeyID(rawValue: 8))
        #expect(folder.text.hasPrefix(text) && folder.text.count == text.count + 67)
        let after = try Vault(keyRing: folder.keyRing)
        #expect(after.ids == [8, 7, 3].map(KeyID.init))
        #expect(try after.open(sealed, of: owner).copy() == [9])
        #expect(folder.mode == 0o400 && folder.files == ["keys"])
    }

    @Test func `A last line without an end is ended first`() throws {
        let folder = TemporaryFolder()
        _ = try Vault(keyRing: folder.write(String(line(1, "aa").dropLast()))).addKey()
        #expect(folder.text.hasPrefix(line(1, "aa") + "2 "))
    }

    @Test func `What a command that was killed left behind is in nobody's way`() throws {
        let folder = TemporaryFolder()
        let vault = try Vault(keyRing: folder.write(line(1, "aa")))
        folder.leave("keys.new")
        #expect(try vault.addKey() == KeyID(rawValue: 2))
        #expect(folder.files == ["keys"])
    }

    @Test(.enabled(if: geteuid() == 0)) func `The file stays its owner's, whoever changes it`() throws {
        let folder = TemporaryFolder()
        let vault = try Vault(keyRing: folder.write(line(1, "aa")))
        #expect(unsafe chown(folder.keyRing, 65_534, 65_534) == 0)
        _ = try vault.addKey()
        #expect(folder.owner == 65_534 && folder.mode == 0o400)
    }

    @Test func `Where the path is a link, the file behind it is changed`() throws {
        let folder = TemporaryFolder()
        let elsewhere = TemporaryFolder()
        #expect(unsafe symlink(elsewhere.write(line(1, "aa")), folder.keyRing) == 0)
        _ = try Vault(keyRing: folder.keyRing).addKey()
        #expect(try Vault(keyRing: elsewhere.keyRing).ids.count == 2)
    }

    @Test func `The highest number is followed by none`() throws {
        let folder = TemporaryFolder()
        let vault = try Vault(keyRing: folder.write(line(4_294_967_295, "aa")))
        let error = #expect(throws: KeyRingError.self) { _ = try vault.addKey() }
        #expect(error?.reason == .full)
    }

    @Test func `A retired key verifies the audit log and does nothing else`() throws {
        let folder = TemporaryFolder()
        let one = KeyID(rawValue: 1)
        let before = try Vault(keyRing: folder.write("# ours\n" + line(1, "aa") + line(2, "bb")))
        let mac = try before.mac([1, 2, 3], for: .audit, under: one)
        try before.retire(one)
        #expect(!folder.text.contains("aaaa"))
        #expect(folder.text.hasPrefix("# ours\naudit 1 ") && folder.text.hasSuffix("\n" + line(2, "bb")))
        let after = try Vault(keyRing: folder.keyRing)
        #expect(after.ids == [KeyID(rawValue: 2)] && after.retired == [one] && !after.has(one))
        #expect(try after.mac([1, 2, 3], for: .audit, under: one) == mac)
        for purpose in Vault.Purpose.allCases where purpose != .audit {
            #expect(throws: VaultError.unknownKey(one)) { _ = try after.mac([1], for: purpose, under: one) }
        }
        try after.retire(one)
        #expect(try Vault(keyRing: folder.keyRing).retired == [one])
    }

    @Test func `A number is never given twice, not even that of a retired key`() throws {
        let folder = TemporaryFolder()
        let vault = try Vault(keyRing: folder.write(line(1, "aa") + "audit " + line(5, "bb")))
        #expect(try vault.addKey() == KeyID(rawValue: 6))
    }

    @Test func `A file of retired keys alone is refused`() {
        let folder = TemporaryFolder()
        let path = folder.write("audit " + line(1, "aa"))
        let error = #expect(throws: KeyRingError.self) { _ = try Vault(keyRing: path) }
        #expect(error?.reason == .empty)
    }

    @Test func `Another file at its place is noticed, and a missing one is none`() throws {
        let folder = TemporaryFolder()
        let vault = try Vault(keyRing: folder.write(line(1, "aa")))
        #expect(vault.isOutdated == false)
        _ = try vault.addKey()
        #expect(vault.isOutdated == true)
        #expect(try vault.reread().ids.count == 2)
        unsafe unlink(folder.keyRing)
        #expect(vault.isOutdated == false)
    }

    @Test func `A key that waits opens, and writes once it is begun`() throws {
        var vault = try vault(keys: 1, 2)
        vault.write(under: KeyID(rawValue: 1))
        let sealed = vault.seal(Secret(copying: [9]), of: owner)
        #expect(sealed.key == KeyID(rawValue: 1))
        let mac = vault.mac([1], for: .session)
        vault.write(under: KeyID(rawValue: 2))
        #expect(vault.seal(Secret(copying: [9]), of: owner).key == KeyID(rawValue: 2))
        #expect(try vault.open(sealed, of: owner).copy() == [9])
        #expect(vault.macs([1], for: .session) == [vault.mac([1], for: .session), mac])
    }
}
