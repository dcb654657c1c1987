import Authentication
import HTTP
import Testing

@testable import Site

@Suite struct `A page behind the gate` {
    @Test func `Is reached by the sign-in, at the very address that was asked for`() throws {
        let ada = try Person()
        var browser = try Browser()
        try browser.visit(TestSite.blog, "/report?year=2026&x=a%20b")
        #expect(browser.page.path == "/login")
        try browser.press("Sign in", ["email": ada.email, "password": ada.password])
        #expect(browser.page.path == "/login/continue")
        #expect(browser.page.html.contains("Continue to blog.localhost:8082"))
        try browser.arrive()
        #expect(browser.headers["Location"] == TestSite.blog + "/report?year=2026&x=a%20b")
        #expect(try browser.visit(TestSite.blog, "/report").status == 204)
        #expect(browser.headers["Remote-User"] == ada.email)
        #expect(browser.headers["Remote-Name"] == ada.name)
        #expect(browser.headers["Remote-Groups"] == "user")
    }

    @Test func `Opens without another form where somebody is signed in already`() throws {
        var browser = try Browser()
        try browser.signIn(try Person())
        for site in [TestSite.blog, TestSite.wiki] {
            try browser.visit(site, "/a")
            #expect(browser.page.status == 303)
            try browser.arrive()
            #expect(browser.headers["Location"] == site + "/a")
            #expect(try browser.visit(site).status == 204)
        }
        #expect(try browser.visit(TestSite.own).status == 204)
    }

    @Test func `Closes at every site with one sign-out`() throws {
        var browser = try Browser()
        try browser.signIn(try Person())
        try browser.enter(TestSite.blog)
        try browser.enter(TestSite.wiki)
        try browser.open("/my")
        try browser.press("Sign out")
        for site in [TestSite.blog, TestSite.wiki, TestSite.own] {
            try browser.visit(site)
            #expect(browser.page.path == "/login")
        }
    }

    @Test func `Is none for a cookie of another site`() throws {
        var browser = try Browser()
        try browser.signIn(try Person())
        try browser.enter(TestSite.blog)
        let stolen = browser.cookies["vestibule-8082-site"]!
        var thief = try Browser()
        thief.cookies = ["__Host-vestibule-site": stolen, "vestibule-8080-session": stolen]
        #expect(try thief.visit(TestSite.wiki).path == "/login")
        #expect(try thief.visit(TestSite.own).path == "/login")
    }

    @Test func `Has a cookie of its own, beside another port of the same host too`() {
        let sites = ["https://a.example", "https://a.example:8443", "http://a.localhost:8082"]
        let names = ["__Host-vestibule-site", "__Host-vestibule-8443-site", "vestibule-8082-site"]
        #expect(sites.compactMap { ProtectedSite($0)?.passCookie } == names)
    }

    @Test func `Is a bare 401 for a script, which can do nothing with a sign-in`() throws {
        for headers in [
            ["HTTP_SEC_FETCH_MODE": "cors"], ["HTTP_ACCEPT": "application/json"], ["HTTP_ACCEPT": "image/png,*/*"],
        ] {
            var browser = try Browser()
            #expect(try browser.visit(TestSite.blog, headers: headers).status == 401)
            #expect(browser.page.html.isEmpty)
            #expect(browser.headers["Location"] == nil)
        }
        for headers in [
            ["HTTP_SEC_FETCH_MODE": "navigate"], ["HTTP_ACCEPT": "text/html,*/*;q=0.8"], ["HTTP_ACCEPT": "*/*"],
        ] {
            var browser = try Browser()
            #expect(try browser.visit(TestSite.blog, headers: headers).path == "/login")
        }
    }

    @Test func `Is a bare 403 for a script of somebody whose role does not reach it`() throws {
        var browser = try Browser()
        try browser.signIn(try Person())
        try browser.enter(TestSite.blog)
        let script = ["HTTP_SEC_FETCH_MODE": "cors"]
        #expect(try browser.visit(TestSite.blog, demanding: "role:admin", headers: script).status == 403)
        #expect(browser.page.html.isEmpty)
        #expect(try browser.visit(TestSite.blog, demanding: "two-factor", headers: script).status == 401)
    }

    @Test func `Is none at a site that is not configured`() throws {
        var browser = try Browser()
        try browser.signIn(try Person())
        #expect(try browser.visit("https://evil.example").status == 403)
        #expect(browser.page.html.contains("This site is not set up yet"))
    }

    @Test func `Shows a name that a header can hold`() throws {
        var browser = try Browser()
        try browser.signIn(try Person("Zoë \u{200D}Łukasz"))
        try browser.enter(TestSite.blog)
        #expect(try browser.visit(TestSite.blog).status == 204)
        #expect(browser.headers["Remote-Name"] == "Zoë Łukasz")
    }

    @Test func `Says who it is at the sign-in's own addresses too, and a new role takes a new cookie there`() throws {
        let story = try Story()
        try story.browser.signIn(story.ada)
        for _ in 0..<2 {
            #expect(try story.browser.visit(TestSite.own).status == 204)
            #expect(story.browser.headers["Remote-User"] == story.ada.email)
            #expect(story.browser.headers["Remote-Groups"] == "user")
        }
        try story.admin.signIn(story.grace)
        try story.administer("Change role", ["role": "admin"])
        #expect(try story.browser.visit(TestSite.own, headers: ["HTTP_ACCEPT": "application/json"]).status == 401)
        try story.browser.open("/my")
        #expect(try story.browser.visit(TestSite.own, demanding: "role:admin").status == 204)
        #expect(story.browser.headers["Remote-Groups"] == "admin")
    }

    @Test func `Closes at once to somebody who is disabled`() throws {
        let story = try Story()
        try story.browser.signIn(story.ada)
        try story.browser.enter(TestSite.blog)
        try story.admin.signIn(story.grace)
        try story.administer("Disable account")
        for site in [TestSite.blog, TestSite.own] {
            #expect(try story.browser.visit(site).path == "/login")
        }
    }

    @Test func `Keeps a session alive that is used there alone`() throws {
        var browser = try Browser()
        try browser.signIn(try Person())
        try browser.enter(TestSite.blog)
        for _ in 0..<3 {
            browser.now = browser.now.advanced(bySeconds: 400 * 60)
            #expect(try browser.visit(TestSite.blog).status == 204)
        }
        browser.now = browser.now.advanced(bySeconds: 481 * 60)
        #expect(try browser.visit(TestSite.blog).path == "/login")
    }
}

extension Browser {
    /// Passes at `site`, signed in as they are.
    mutating func enter(_ site: String) throws {
        try visit(site)
        try arrive()
    }
}
