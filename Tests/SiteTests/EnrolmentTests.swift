import Foundation
import HTTP
import Testing

@testable import Site

@Suite struct `Setting up a second factor` {
    @Test func `The card goes from not configured over pending to enabled`() throws {
        let ada = try Person()
        var browser = try Browser()
        try browser.signIn(ada)
        #expect(try browser.open("/my/profile/two-factor").badge == "Not configured")
        #expect(try browser.press("Enable two-factor").badge == "Pending confirmation")
        let secret = try #require(browser.page.text(id: "secret"))
        #expect(secret.split(separator: " ").map(\.count) == Array(repeating: 4, count: 8))

        let page = try browser.press(
            "Confirm and enable", ["code": Authenticator(typing: secret).code(at: browser.now)])
        #expect(page.status == 200)
        #expect(page.badge == "Enabled")
        #expect(
            page.contains("Two-factor authentication is now active. Save your recovery codes — they're shown once."))
        #expect(Set(page.recoveryCodes).count == 8)
        #expect(try browser.open("/my/profile/two-factor").recoveryCodes.isEmpty)
        #expect(browser.page.contains("8 of 8 recovery codes left"))
    }

    @Test func `The profile's button starts it too`() throws {
        var browser = try Browser()
        try browser.signIn(try Person())
        try browser.open("/my/profile")
        let page = try browser.press("Set up two-factor")
        #expect(page.path == "/my/profile/two-factor")
        #expect(page.badge == "Pending confirmation")
    }

    @Test func `A wrong code leaves it pending with the same key and says so`() throws {
        var browser = try Browser()
        try browser.signIn(try Person())
        try browser.open("/my/profile/two-factor")
        let secret = try browser.press("Enable two-factor").text(id: "secret")!
        let wrong = Authenticator(typing: secret).code(at: browser.now, steps: 1_000)
        for code in [wrong, "12345", "abcdef", ""] {
            let page = try browser.press("Confirm and enable", ["code": code])
            #expect(page.status == 422)
            #expect(page.contains("That code did not match"))
            #expect(page.text(id: "secret") == secret)
        }
        let code = Authenticator(typing: secret).code(at: browser.now)
        #expect(
            try browser.press("Confirm and enable", ["code": "\(code.prefix(3)) \(code.suffix(3))"]).badge == "Enabled")
    }

    @Test(arguments: [(-2, false), (-1, true), (0, true), (1, true), (2, false)])
    func `Only the step before, now, and after are accepted`(steps: Int64, accepted: Bool) throws {
        var browser = try Browser()
        try browser.signIn(try Person())
        try browser.open("/my/profile/two-factor")
        let app = Authenticator(typing: try browser.press("Enable two-factor").text(id: "secret")!)
        let page = try browser.press("Confirm and enable", ["code": app.code(at: browser.now, steps: steps)])
        #expect(page.badge == (accepted ? "Enabled" : "Pending confirmation"))
        if !accepted { #expect(page.contains("Your phone's clock is about 1 minute \(steps < 0 ? "slow" : "fast")")) }
    }

    @Test(arguments: ["/my/profile/two-factor", "/my/profile", "/my"])
    func `Reloading or opening another page throws the key away`(other: String) throws {
        var browser = try Browser()
        try browser.signIn(try Person())
        try browser.open("/my/profile/two-factor")
        try browser.press("Enable two-factor")
        let form = try browser.form(with: "Confirm and enable")
        let app = Authenticator(typing: browser.page.text(id: "secret")!)
        try browser.open(other)
        #expect(try browser.open("/my/profile/two-factor").badge == "Not configured")
        let page = try browser.submit(form, ["code": app.code(at: browser.now)])
        #expect(page.contains("No pending enrollment. Click \"Enable\" to start over"))
        #expect(page.badge == "Not configured")
    }

    @Test func `A fragment, a prefetch and a look at the head throw nothing away`() throws {
        var browser = try Browser()
        try browser.signIn(try Person())
        try browser.open("/my/profile/two-factor")
        let secret = try browser.press("Enable two-factor").text(id: "secret")!
        let form = try browser.form(with: "Confirm and enable")
        try browser.open("/my/profile", headers: ["HTTP_X_FRAGMENT": "1"])
        try browser.open("/my", headers: ["HTTP_SEC_PURPOSE": "prefetch"])
        try browser.open("/my", headers: ["HTTP_SEC_FETCH_DEST": "empty"])
        try browser.send("HEAD", "/my/profile/two-factor", body: "")
        #expect(
            try browser.open("/my/profile/two-factor", headers: ["HTTP_X_FRAGMENT": "1"]).text(id: "secret") == secret)
        #expect(
            try browser.submit(form, ["code": Authenticator(typing: secret).code(at: browser.now)]).badge == "Enabled")
    }

    @Test func `The tenth minute throws the key away`() throws {
        var browser = try Browser()
        try browser.signIn(try Person())
        try browser.open("/my/profile/two-factor")
        let app = Authenticator(typing: try browser.press("Enable two-factor").text(id: "secret")!)
        browser.now = browser.now.advanced(bySeconds: 601)
        let page = try browser.press("Confirm and enable", ["code": app.code(at: browser.now)])
        #expect(page.contains("No pending enrollment. Click \"Enable\" to start over"))
    }

    @Test func `An older form does not confirm a newer key`() throws {
        var browser = try Browser()
        try browser.signIn(try Person())
        try browser.open("/my/profile/two-factor")
        try browser.press("Enable two-factor")
        let older = try browser.form(with: "Confirm and enable")
        try browser.open("/my/profile/two-factor")
        let app = Authenticator(typing: try browser.press("Enable two-factor").text(id: "secret")!)
        let page = try browser.submit(older, ["code": app.code(at: browser.now)])
        #expect(page.contains("No pending enrollment. Click \"Enable\" to start over"))
    }

    @Test func `Another browser of the same person can neither see nor confirm the key`() throws {
        let ada = try Person()
        var first = try Browser()
        try first.signIn(ada)
        var second = try Browser()
        try second.signIn(ada)
        try first.open("/my/profile/two-factor")
        let app = Authenticator(typing: try first.press("Enable two-factor").text(id: "secret")!)
        #expect(try second.open("/my/profile/two-factor").badge == "Not configured")
        let token = try second.form(with: "Enable two-factor").fields["csrf_token"]!
        let form = try first.form(with: "Confirm and enable")
        var forged = form
        forged.fields["csrf_token"] = token
        #expect(try second.submit(forged, ["code": app.code(at: second.now)]).status == 403)
        #expect(try first.submit(form, ["code": app.code(at: first.now)]).badge == "Enabled")
    }

    @Test func `Every enrolment mints another key`() throws {
        var browser = try Browser()
        try browser.signIn(try Person())
        var secrets: Set<String> = []
        for _ in 0..<20 {
            try browser.open("/my/profile/two-factor")
            secrets.insert(try browser.press("Enable two-factor").text(id: "secret")!)
        }
        #expect(secrets.count == 20)
    }

    @Test func `Enabling ends the other sessions and renews this one`() throws {
        let ada = try Person()
        var other = try Browser()
        try other.signIn(ada)
        var browser = try Browser()
        try browser.signIn(ada)
        let before = browser.cookies["vestibule-8080-session"]!
        _ = try browser.enrol()
        #expect(browser.cookies["vestibule-8080-session"] != before)
        #expect(try other.open("/my").path == "/login")
        #expect(try browser.open("/my").path == "/my")
        browser.cookies["vestibule-8080-session"] = before
        #expect(try browser.open("/my").path == "/login")
    }
}
