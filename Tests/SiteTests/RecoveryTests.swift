import HTTP
import Testing

@testable import Site

@Suite struct `Recovery codes` {
    private func enrolled(_ ada: Person) throws -> (codes: [String], now: Instant) {
        var browser = try Browser()
        try browser.signIn(ada)
        return (try browser.enrol().codes, browser.now)
    }

    @Test func `One signs in once, and the next page says how many are left`() throws {
        let ada = try Person()
        let (codes, now) = try enrolled(ada)
        var browser = try Browser(at: now)
        try browser.signIn(ada)
        let page = try browser.press("Use recovery code", ["recovery-code": codes[0]])
        #expect(page.path == "/my")
        #expect(page.contains("7 recovery codes left"))
        #expect(page.contains("href=\"/my/profile/two-factor\""))
        #expect(try !browser.open("/my").contains("7 recovery codes left"))

        var again = try Browser(at: now)
        try again.signIn(ada)
        #expect(
            try again.press("Use recovery code", ["recovery-code": codes[0]]).contains(
                "That recovery code did not match"))
    }

    @Test func `Lower case, spaces and a missing hyphen do not matter`() throws {
        let ada = try Person()
        let (codes, now) = try enrolled(ada)
        let spellings = [
            codes[0].lowercased(), codes[1].replacing("-", with: ""), " \(codes[2].replacing("-", with: " - ")) ",
        ]
        for spelling in spellings {
            var browser = try Browser(at: now)
            try browser.signIn(ada)
            #expect(try browser.press("Use recovery code", ["recovery-code": spelling]).path == "/my")
        }
    }

    @Test(arguments: ["", "-", "%", "NULL", "' OR 1=1 -- ", "AAAA-AAAA", "AAAA-AAA", "AAAA-AAA1"])
    func `Anything else does not match`(typed: String) throws {
        let ada = try Person()
        let (_, now) = try enrolled(ada)
        var browser = try Browser(at: now)
        try browser.signIn(ada)
        let page = try browser.press("Use recovery code", ["recovery-code": typed])
        #expect(page.status == 422)
        #expect(page.contains("That recovery code did not match"))
        #expect(page.contains("<details class=\"disclosure\" open>"))
    }

    @Test func `Somebody else's code does not match`() throws {
        let ada = try Person()
        let bob = try Person("Bob")
        let (_, now) = try enrolled(ada)
        let (codes, _) = try enrolled(bob)
        var browser = try Browser(at: now)
        try browser.signIn(ada)
        #expect(try browser.press("Use recovery code", ["recovery-code": codes[0]]).status == 422)
    }

    @Test func `New codes replace the old ones at once`() throws {
        let ada = try Person()
        var browser = try Browser()
        try browser.signIn(ada)
        let old = try browser.enrol().codes
        try browser.open("/my/profile/two-factor")
        #expect(
            try browser.press("Regenerate recovery codes").contains(
                "Generate new recovery codes? Old codes will stop working immediately."))
        let page = try browser.press("Generate new codes")
        #expect(page.contains("Save these recovery codes — shown ONCE"))
        let new = page.recoveryCodes
        #expect(Set(new).count == 8)
        #expect(Set(new).isDisjoint(with: old))
        for (code, works) in [(old[0], false), (new[0], true)] {
            var other = try Browser(at: browser.now)
            try other.signIn(ada)
            #expect(try (other.press("Use recovery code", ["recovery-code": code]).path == "/my") == works)
        }
    }

    @Test func `A cancelled prompt changes nothing`() throws {
        let ada = try Person()
        var browser = try Browser()
        try browser.signIn(ada)
        let codes = try browser.enrol().codes
        try browser.open("/my/profile/two-factor/recovery-codes")
        #expect(try browser.press("Cancel").badge == "Enabled")
        var other = try Browser(at: browser.now)
        try other.signIn(ada)
        #expect(try other.press("Use recovery code", ["recovery-code": codes[0]]).path == "/my")
    }

    @Test func `The panel names the site, the account and the day`() throws {
        let ada = try Person()
        var browser = try Browser()
        try browser.signIn(ada)
        _ = try browser.enrol()
        #expect(browser.page.contains("<dt>Site</dt><dd>Vestibule</dd>"))
        #expect(browser.page.contains("<dt>Account</dt><dd>\(ada.email)</dd>"))
        #expect(browser.page.contains(Moment(browser.now).exact))
        #expect(browser.page.contains("href=\"data:text/plain"))
    }
}
