import Foundation
import HTTP
import Testing

@testable import Site

extension Administration {
    @Suite struct `A host with a key ring of before` {
        @Test func `It serves what it can, says what is missing, and takes neither for damaged nor for not configured`()
            throws
        {
            let (ada, bob) = (try Enrolled(), try Enrolled())
            let before = try CopiedKeyRing()
            var here = try Browser(at: ada.now, keyRing: before.path)
            try here.signIn(ada.person)
            var keys = try Keys()
            _ = try keys.rotate()
            here.now = ada.now.advanced(bySeconds: 1)
            let page = try here.press("Verify and sign in", ["code": ada.app.code(at: here.now)])
            #expect(page.status == 503 && here.headers["Retry-After"] != nil)
            try here.open("/login/two-factor")
            #expect(try here.press("Use recovery code", ["recovery-code": ada.codes[0]]).path == "/my")
            #expect(try here.open("/my/profile/two-factor").badge == "Enabled")
            let events = try keys.store.audit(AuditFilter(person: ada.person.account()), 50).map(\.event)
            #expect(!events.contains("secret-damaged"))
            // Somebody's password has moved on where the new key is.
            _ = try bob.signedIn()
            var other = try Browser(at: here.now, keyRing: before.path)
            #expect(try other.open("/login").status == 500)
            try before.replaceByPresent()
            here.now = here.now.advanced(bySeconds: 1)
            try here.press("Sign out")
            #expect(try here.signIn(bob.person).path == "/login/two-factor")
        }

        @Test func `A wrong file in the place of the right one changes nothing in a running worker`() throws {
            let ada = try Enrolled()
            let ring = try CopiedKeyRing()
            var here = try Browser(at: ada.now, keyRing: ring.path)
            try here.signIn(ada.person)
            for text in ["", "1 nonsense\n", "1 \(String(repeating: "ab", count: 32))\n"] {
                try ring.replace(by: Data(text.utf8))
                here.now = here.now.advanced(bySeconds: 1)
                #expect(try here.open("/login/two-factor").status == 200)
            }
            let page = try here.press("Verify and sign in", ["code": ada.app.code(at: here.now)])
            #expect(page.path == "/my")
        }
    }
}

/// A copy of the key ring, as another host has it.
private final class CopiedKeyRing {
    let path = "/tmp/vestibule-keys-\(UUID().uuidString)"

    init() throws { try replaceByPresent() }

    deinit { unlinkIfThere() }

    func replaceByPresent() throws { try replace(by: Data(contentsOf: URL(filePath: TestInstance.keyRing))) }

    func replace(by text: Data) throws {
        unlinkIfThere()
        let isMade = FileManager.default.createFile(
            atPath: path, contents: text, attributes: [.posixPermissions: 0o400])
        guard isMade else { throw CocoaError(.fileWriteUnknown) }
    }

    private func unlinkIfThere() { try? FileManager.default.removeItem(atPath: path) }
}
