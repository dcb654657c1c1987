import HTTP
import MariaDB
import Testing

@testable import Site

/// Somebody writes into the database who should not.
@Suite struct `A sealed key that was changed in the database` {
    /// Every place in a sealed key, and what an intruder may do to it.
    static let damages: [(String, String)] = [
        ("a bit of the version", flipping(1)), ("a bit of the key's number", flipping(2)),
        ("the last bit of the key's number", flipping(5)), ("a bit of the nonce", flipping(6)),
        ("a bit of the ciphertext", flipping(18)), ("a bit of the tag", flipping(38)),
        ("the last byte", flipping(53)), ("the end cut off", "LEFT(sealed_key, 52)"),
        ("the header alone", "LEFT(sealed_key, 5)"), ("less than the header", "LEFT(sealed_key, 3)"),
        ("nothing left", "''"), ("a byte added", "CONCAT(sealed_key, 'x')"),
    ]

    private static func flipping(_ byte: Int) -> String {
        "INSERT(sealed_key, \(byte), 1, CHAR(ORD(SUBSTRING(sealed_key, \(byte), 1)) ^ 1))"
    }

    @Test(arguments: damages)
    func `It checks no code, is never taken for not configured, and a recovery code still signs in`(
        place: String, damage: String
    ) throws {
        let story = try Story()
        try story.enrolAda()
        try story.tamper("sealed_key = \(damage)")
        try expectLockedDoor(story)
        var other = try Browser(at: story.browser.now)
        try other.signIn(story.ada)
        #expect(try other.press("Use recovery code", ["recovery-code": story.codes[0]]).path == "/my")
    }

    @Test(arguments: [false, true])
    func `Another account's opens nothing, with or without the id of its row`(withID: Bool) throws {
        let story = try Story()
        let bob = try Person("Bob")
        try story.enrolAda()
        var browser = try Browser(at: story.browser.now)
        try browser.signIn(bob)
        let phone = try browser.enrol().app
        let root = try Connection(to: TestInstance.root(database: "vestibule_vault"))
        let row = try root.rows("SELECT id, sealed_key FROM authenticators WHERE account_id = \(bob.account().id)")[0]
        if withID { try root.change("DELETE FROM authenticators WHERE account_id = \(bob.account().id)") }
        try root.change(
            "UPDATE authenticators SET sealed_key = ?, id = IF(?, ?, id) WHERE account_id = \(story.ada.account().id)",
            [.bytes(row.bytes("sealed_key")), .integer(withID ? 1 : 0), .bytes(row.bytes("id"))])
        try expectLockedDoor(story, by: phone)
    }

    @Test func `A policy takes the account for one that has two-factor, and so does the check for other sites`() throws
    {
        let story = try Story()
        try story.enrolAda()
        try story.tamper("sealed_key = ''")
        #expect(try story.browser.open("/my/profile/two-factor").badge == "Enabled")
        #expect(try story.browser.open("/my/profile").contains("Manage two-factor"))
        #expect(try story.browser.send("GET", "/auth/check", body: "").status == 204)
        #expect(try story.ada.account().hasSecondFactor)
        try story.browser.open("/my/profile/two-factor")
        #expect(
            try story.browser.press("Disable two-factor", ["current-password": story.ada.password]).badge
                == "Not configured")
        #expect(try story.browser.enrol().codes.count == 8)
    }

    @Test(arguments: damages)
    func `While it is pending it is thrown away, and its owner starts over`(place: String, damage: String) throws {
        let story = try Story()
        try story.browser.signIn(story.ada)
        for pressing in [true, false] {
            try story.browser.open("/my/profile/two-factor")
            let form = try story.browser.form(with: "Enable two-factor")
            try story.browser.send("POST", form.action, body: body(form), following: false)
            if pressing { try story.browser.open("/my/profile/two-factor") }
            _ = try story.news()
            try story.tamper("sealed_key = \(damage)", in: "enrolments")
            let page =
                pressing
                ? try story.browser.press("Confirm and enable", ["code": "000000"])
                : try story.browser.open("/my/profile/two-factor")
            #expect(page.status == 409 && page.badge == "Not configured")
            #expect(page.contains("The key cannot be read any more."))
            #expect(try story.news() == [.secretDamaged, .enrolmentDiscarded])
        }
        #expect(try story.browser.enrol().codes.count == 8)
    }

    @Test func `A password hash or a set of recovery codes under a key that never was matches nothing`() throws {
        let story = try Story()
        try story.enrolAda()
        try story.tamper("key_id = 4000000000", in: "recovery_sets")
        try story.browser.press("Sign out")
        try story.browser.signIn(story.ada)
        let page = try story.browser.press("Use recovery code", ["recovery-code": story.codes[0]])
        #expect(page.status == 422 && page.contains("That recovery code did not match"))
        try story.tamper("key_id = -1", in: "recovery_sets")
        #expect(try story.browser.press("Use recovery code", ["recovery-code": story.codes[0]]).status == 422)
        try story.tamper("hash = REPLACE(hash, 'keyid=AAAA', 'keyid=7777')", in: "password_hashes")
        var other = try Browser(at: story.browser.now)
        #expect(try other.signIn(story.ada).contains("Email or password did not match"))
    }

    /// What a row says that is gone cannot be known; its owner signs in with the password, as one who never had two-factor.
    @Test func `A second factor that is deleted there is gone, with its recovery codes`() throws {
        let story = try Story()
        try story.enrolAda()
        let root = try Connection(to: TestInstance.root(database: "vestibule_vault"))
        try root.change("DELETE FROM authenticators WHERE account_id = \(try story.ada.account().id)")
        var other = try Browser(at: story.browser.now)
        #expect(try other.signIn(story.ada).path == "/my")
        #expect(try other.open("/my/profile/two-factor").badge == "Not configured")
    }

    /// Expects that nobody gets in with Ada's password and a code, and that the audit log says why.
    private func expectLockedDoor(_ story: Story, by phone: Authenticator? = nil) throws {
        var other = try Browser(at: story.browser.now)
        #expect(try other.signIn(story.ada).path == "/login/two-factor")
        _ = try story.news()
        for app in [story.app, phone].compactMap(\.self) {
            let page = try other.press("Verify and sign in", ["code": app.code(at: other.now)])
            #expect(page.status == 422)
            #expect(page.contains("Codes cannot be checked just now. Use a recovery code instead."))
            #expect(try story.news() == [.secretDamaged])
        }
        #expect(try other.open("/my").path == "/login/two-factor")
    }

    private func body(_ form: Browser.Form) -> String {
        form.fields.map { "\($0)=\($1)" }.joined(separator: "&")
    }
}
