import Glibc
import Testing

@testable import Secrets

@Suite struct `The key ring` {
    @Test func `A new one is for its owner alone and is never overwritten`() throws {
        let folder = TemporaryFolder()
        try Vault.createKeyRing(at: folder.keyRing)
        var status = stat()
        unsafe stat(folder.keyRing, &status)
        #expect(status.st_mode & 0o7777 == 0o400)
        #expect(status.st_size == 67)
        #expect(try Vault(keyRing: folder.keyRing).current == KeyID(rawValue: 1))
        let error = #expect(throws: KeyRingError.self) { try Vault.createKeyRing(at: folder.keyRing) }
        #expect(error?.reason == .exists)
    }

    @Test func `Two new ones differ`() throws {
        let folders = [TemporaryFolder(), TemporaryFolder()]
        let macs = try folders.map { folder in
            try Vault.createKeyRing(at: folder.keyRing)
            return try Vault(keyRing: folder.keyRing).mac([1], for: .session)
        }
        #expect(macs[0] != macs[1])
    }

    @Test func `The highest number writes, wherever it stands`() throws {
        let folder = TemporaryFolder()
        let path = folder.write("# ours\n\n" + line(7, "Aa") + line(12, "bB") + "# old\n" + line(3, "cc"))
        #expect(try Vault(keyRing: path).current == KeyID(rawValue: 12))
    }

    @Test(arguments: [
        ("x " + String(repeating: "a", count: 64), 1), ("1", 1), ("1 " + String(repeating: "a", count: 63), 1),
        ("1 " + String(repeating: "a", count: 65), 1), ("1  " + String(repeating: "a", count: 64), 1),
        ("1 " + String(repeating: "g", count: 64), 1), ("+1 " + String(repeating: "a", count: 64), 1),
        ("-1 " + String(repeating: "a", count: 64), 1), ("4294967296 " + String(repeating: "a", count: 64), 1),
        (line(1, "aa").dropLast() + "\r\n", 1), (line(1, "aa") + "# fine\n" + "oops", 3),
    ])
    func `A malformed line is refused by its number`(text: String, number: Int) {
        refuses(text, .malformed(line: number))
    }

    @Test func `A doubled number and a file without a key are refused`() {
        refuses(line(1, "aa") + line(1, "bb"), .duplicate(KeyID(rawValue: 1)))
        refuses("", .empty)
        refuses("# nothing\n", .empty)
    }

    @Test(arguments: [0o440, 0o404, 0o410, 0o402, 0o644] as [mode_t])
    func `A file that others may touch is refused`(mode: mode_t) {
        refuses(line(1, "aa"), mode: mode, .exposed(mode: mode))
    }

    @Test func `A missing file and a folder are refused`() {
        let folder = TemporaryFolder()
        let missing = #expect(throws: KeyRingError.self) { _ = try Vault(keyRing: folder.keyRing) }
        #expect(missing?.reason == .missing)
        let unusable = #expect(throws: KeyRingError.self) { _ = try Vault(keyRing: folder.path) }
        #expect(unusable?.reason == .unusable(errno: EINVAL))
        #expect(unusable?.description == "\(folder.path) cannot be used (Invalid argument): check file and folder")
    }

    /// Expects that a file of this text is refused, in one line that names the file and shows no key.
    private func refuses(_ text: String, mode: mode_t = 0o400, _ reason: KeyRingError.Reason) {
        let folder = TemporaryFolder()
        let path = folder.write(text, mode: mode)
        let error = #expect(throws: KeyRingError.self) { _ = try Vault(keyRing: path) }
        #expect(error?.reason == reason)
        let description = error?.description ?? ""
        #expect(description.hasPrefix(path) && !description.contains("\n") && !description.contains("aaaa"))
    }
}
