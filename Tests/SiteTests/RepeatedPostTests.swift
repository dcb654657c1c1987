import HTTP
import Testing

@testable import Site

@Suite struct `Confirming twice` {
    @Test func `Pressing twice, or reloading the answer, lands on the card and shows no codes again`() throws {
        var browser = try Browser()
        try browser.signIn(try Person())
        try browser.open("/my/profile/two-factor")
        let app = Authenticator(typing: try browser.press("Enable two-factor").text(id: "secret")!)
        let form = try browser.form(with: "Confirm and enable")
        let code = app.code(at: browser.now)
        #expect(try browser.submit(form, ["code": code]).recoveryCodes.count == 8)
        let again = try browser.submit(form, ["code": code])
        #expect(again.status == 200)
        #expect(again.path == "/my/profile/two-factor")
        #expect(again.badge == "Enabled")
        #expect(again.recoveryCodes.isEmpty)
        #expect(again.contains("Regenerate recovery codes</strong>"))
    }

    @Test func `A second press that was heard after the first one lands on the card too, but only with its code`()
        throws
    {
        var browser = try Browser()
        try browser.signIn(try Person())
        try browser.open("/my/profile/two-factor")
        let app = Authenticator(typing: try browser.press("Enable two-factor").text(id: "secret")!)
        let form = try browser.form(with: "Confirm and enable")
        let (before, now) = (browser.cookies, browser.now)
        try browser.submit(form, ["code": app.code(at: now)])
        for (code, seconds, path) in [
            (app.code(at: now), 1 as Int64, "/my/profile/two-factor"), (app.code(at: now, steps: 1), 1, "/login"),
            (app.code(at: now, steps: -1), 1, "/login"), (app.code(at: now), 31, "/login"),
        ] {
            var second = try Browser(at: now.advanced(bySeconds: seconds))
            second.cookies = before
            #expect(try second.submit(form, ["code": code]).path == path)
            #expect(
                (second.cookies["vestibule-8080-session"] == browser.cookies["vestibule-8080-session"])
                    == (path != "/login"))
            second.cookies = before
            #expect(try second.open("/my").path == "/login")
        }
    }

    @Test func `Enabling again while enabled changes nothing`() throws {
        let ada = try Person()
        var browser = try Browser()
        try browser.signIn(ada)
        let form = try {
            try browser.open("/my/profile/two-factor"); return try browser.form(with: "Enable two-factor")
        }()
        let (app, _) = try browser.enrol()
        let page = try browser.submit(form)
        #expect(page.badge == "Enabled")
        var phone = try Browser(at: browser.now)
        try phone.signIn(ada)
        #expect(try phone.press("Verify and sign in", ["code": app.code(at: phone.now)]).path == "/my")
    }
}
