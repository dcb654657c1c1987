import Authentication
import HTTP
import Testing

@testable import Site

@Suite struct `What a location demands` {
    @Test func `Is a second factor: whoever has none sets it up, and comes back`() throws {
        var browser = try Browser()
        try browser.signIn(try Person())
        try browser.visit(TestSite.blog, "/admin", demanding: "two-factor")
        #expect(browser.page.path == "/my/profile/two-factor")
        #expect(
            browser.page.html.contains("blog.localhost:8082 asks for two-factor authentication. Set it up to continue.")
        )
        try browser.press("Enable two-factor")
        let app = Authenticator(typing: browser.page.text(id: "secret")!)
        try browser.press("Confirm and enable", ["code": app.code(at: browser.now, steps: -1)])
        #expect(browser.page.recoveryCodes.count == 8)
        let link = try #require(browser.page.html.firstMatch(of: /href="(\/login\/continue[^"]*)"/))
        try browser.open(String(link.output.1).replacing("&amp;", with: "&"))
        try browser.arrive()
        #expect(browser.headers["Location"] == TestSite.blog + "/admin")
        #expect(try browser.visit(TestSite.blog, "/admin", demanding: "two-factor").status == 204)
    }

    @Test func `Is not met by a cookie from before the second factor`() throws {
        var browser = try Browser()
        try browser.signIn(try Person())
        try browser.enter(TestSite.blog)
        let earlier = browser.cookies
        _ = try browser.enrol()
        browser.cookies["vestibule-8082-site"] = earlier["vestibule-8082-site"]
        var thief = try Browser(at: browser.now)
        thief.cookies = earlier
        #expect(try thief.visit(TestSite.blog, demanding: "two-factor").path == "/login")
        try browser.visit(TestSite.blog, demanding: "two-factor")
        try browser.arrive()
        #expect(try browser.visit(TestSite.blog, demanding: "two-factor").status == 204)
    }

    @Test func `Is not met by a cookie from before the second factor was turned off`() throws {
        var browser = try Browser()
        let ada = try Person()
        try browser.signIn(ada)
        _ = try browser.enrol()
        try browser.enter(TestSite.blog)
        let earlier = browser.cookies
        #expect(try browser.visit(TestSite.blog, demanding: "two-factor").status == 204)
        try browser.open("/my/profile/two-factor")
        try browser.press("Disable two-factor", ["current-password": ada.password])
        var thief = try Browser(at: browser.now)
        thief.cookies = earlier
        for demand in [nil, "two-factor"] {
            #expect(try thief.visit(TestSite.blog, demanding: demand).path == "/login")
        }
    }

    @Test func `Is a role: nobody else is let in, and nobody is sent in a circle`() throws {
        var browser = try Browser()
        try browser.signIn(try Person(role: .user))
        try browser.enter(TestSite.blog)
        #expect(try browser.visit(TestSite.blog, demanding: "role:admin").status == 403)
        #expect(browser.page.html.contains("This page is not for your account"))
        #expect(try browser.visit(TestSite.blog, demanding: "role:user").status == 204)
        for (role, passes) in [(Role.admin, true), (.itAdmin, false), (.superAdmin, true)] {
            var browser = try Browser()
            try browser.signIn(try Person(role: role))
            try browser.enter(TestSite.blog)
            #expect(try browser.visit(TestSite.blog, demanding: "role:admin").status == (passes ? 204 : 403))
        }
    }

    @Test func `Is a fresh code: whoever gave theirs long ago gives another, and comes back`() throws {
        let story = try Story()
        // The database's clock is the real one, and no code is judged by another that differs by more than 30 s.
        story.browser.now = story.browser.now.advanced(bySeconds: -20)
        try story.enrolAda()
        try story.browser.enter(TestSite.blog)
        #expect(try story.browser.visit(TestSite.blog, demanding: "fresh:10").status == 204)
        story.browser.now = story.browser.now.advanced(bySeconds: 20)
        try story.browser.visit(TestSite.blog, "/wp-admin/?a=b", demanding: "fresh:10")
        #expect(story.browser.page.path == "/login/verify")
        #expect(story.browser.page.html.contains("Two-factor verification"))
        try story.browser.press("Verify", ["code": "000000"])
        #expect(story.browser.page.html.contains("That code did not match"))
        try story.browser.press("Verify", ["code": story.app.code(at: story.browser.now)])
        try story.browser.arrive()
        #expect(story.browser.headers["Location"] == TestSite.blog + "/wp-admin/?a=b")
        #expect(try story.browser.visit(TestSite.blog, demanding: "fresh:10").status == 204)
    }

    @Test func `Is met by a code once, however often the form is sent`() throws {
        let story = try Story()
        try story.enrolAda()
        try story.browser.open("/login/verify")
        let before = story.browser.cookies
        let form = try story.browser.form(with: "Verify")
        let code = ["code": story.app.code(at: story.browser.now, steps: 1)]
        #expect(try story.browser.submit(form, code).path == "/my")
        let after = story.browser.cookies["vestibule-8080-session"]
        #expect(after != before["vestibule-8080-session"])
        story.browser.cookies = before
        #expect(try story.browser.submit(form, code).path == "/my")
        #expect(story.browser.cookies["vestibule-8080-session"] == after)
        story.browser.cookies = before
        #expect(try story.browser.open("/my").path == "/login")
    }

    @Test func `Is nothing that is known: nobody is let in`() throws {
        var browser = try Browser()
        try browser.signIn(try Person(role: .superAdmin))
        try browser.enter(TestSite.blog)
        for demand in ["two-facter", "role:root", "fresh:", "fresh:0", "fresh:-1", "role:", "two-factor,role:admin"] {
            #expect(try browser.visit(TestSite.blog, demanding: demand).status == 403)
            #expect(browser.page.html.contains("This page is set up wrongly"))
            let script = ["HTTP_SEC_FETCH_MODE": "cors"]
            #expect(try browser.visit(TestSite.blog, demanding: demand, headers: script).status == 403)
            #expect(browser.page.html.isEmpty)
        }
    }

    @Test func `Is met by a new role with a new cookie alone`() throws {
        let story = try Story()
        try story.browser.signIn(story.ada)
        try story.browser.enter(TestSite.blog)
        let earlier = story.browser.cookies
        try story.admin.signIn(story.grace)
        try story.administer("Change role", ["role": "admin"])
        var thief = try Browser()
        thief.cookies = ["vestibule-8082-site": earlier["vestibule-8082-site"]!]
        #expect(try thief.visit(TestSite.blog).path == "/login")
        thief.cookies = earlier
        let asFrame = ["HTTP_SEC_FETCH_DEST": "iframe", "HTTP_SEC_FETCH_MODE": "navigate"]
        try thief.visit(TestSite.blog, headers: asFrame)
        try thief.arrive()
        #expect(try thief.visit(TestSite.blog, headers: asFrame).status != 204)
        try story.browser.visit(TestSite.blog, demanding: "role:admin")
        try story.browser.arrive()
        #expect(try story.browser.visit(TestSite.blog, demanding: "role:admin").status == 204)
    }
}
