import HTTP
import Testing

@testable import Site

@Suite struct `A hand-over to another site` {
    /// Somebody signed in, on the way to the blog, and the code with which they arrive there.
    private func onTheWay() throws -> (browser: Browser.Kept, link: String) {
        var browser = try Browser()
        try browser.signIn(try Person())
        try browser.visit(TestSite.blog, "/a")
        let link = try #require(browser.headers["Location"])
        return (Browser.Kept(browser.cookies, browser.now), String(link.dropFirst(TestSite.blog.count)))
    }

    @Test func `Works once`() throws {
        let (kept, link) = try onTheWay()
        var browser = try kept.browser(at: TestSite.blog)
        #expect(try browser.send("GET", link, body: "").status == 303)
        browser = try kept.browser(at: TestSite.blog)
        #expect(try browser.send("GET", link, body: "").status == 410)
        #expect(browser.cookies["vestibule-8082-site"] == nil)
    }

    @Test func `Lands where it led the first time, opened twice in a browser that has arrived`() throws {
        let (kept, link) = try onTheWay()
        var browser = try kept.browser(at: TestSite.blog)
        try browser.send("GET", link, body: "")
        let cookie = browser.cookies["vestibule-8082-site"]
        #expect(try browser.send("GET", link, body: "").status == 303)
        #expect(browser.headers["Location"] == TestSite.blog + "/a")
        #expect(browser.cookies["vestibule-8082-site"] == cookie)
    }

    @Test func `Leads to no other site than the one that it is opened at`() throws {
        let (kept, link) = try onTheWay()
        var browser = try kept.browser(at: TestSite.blog)
        let elsewhere = link.prefix { $0 != "&" } + "&return=" + Browser.encoded(TestSite.wiki + "/")
        #expect(try browser.send("GET", String(elsewhere), body: "").status == 410)
    }

    @Test func `Works in the browser that was sent to sign in, and in no other`() throws {
        let (kept, link) = try onTheWay()
        var other = try Browser(at: kept.now)
        other.asNginx["SITE"] = TestSite.blog
        #expect(try other.send("GET", link, body: "").status == 410)
        try other.visit(TestSite.blog)
        other.asNginx["SITE"] = TestSite.blog
        #expect(try other.send("GET", link, body: "").status == 410)
        var browser = try kept.browser(at: TestSite.blog)
        #expect(try browser.send("GET", link, body: "").status == 303)
    }

    @Test func `Works at the site that it was made for`() throws {
        let (kept, link) = try onTheWay()
        var browser = try kept.browser(at: TestSite.wiki)
        browser.cookies["__Host-vestibule-entry"] = browser.cookies["vestibule-8082-entry"]
        #expect(try browser.send("GET", link, body: "").status == 410)
    }

    @Test(arguments: [(59, 303), (60, 410)])
    func `Works for a minute`(seconds: Int64, status: Int) throws {
        let (kept, link) = try onTheWay()
        var browser = try kept.browser(at: TestSite.blog)
        browser.now = browser.now.advanced(bySeconds: seconds)
        #expect(try browser.send("GET", link, body: "").status == status)
    }

    @Test func `Ends with the session`() throws {
        let (kept, link) = try onTheWay()
        var browser = try kept.browser(at: TestSite.blog)
        try browser.open("/my")
        try browser.press("Sign out")
        #expect(try browser.send("GET", link, body: "").status == 410)
    }

    @Test(arguments: [
        "https://evil.example/", "//evil.example/", "/my", "http://blog.localhost:8082",
        "http://blog.localhost:8082@evil.example/",
        "http://blog.localhost:80820/", "http://blog.localhost/", "https://blog.localhost:8082/",
        "HTTP://blog.localhost:8082/",
        "http://blog.localhost:8082\\.evil.example/", "http://blog.localhost:8082/\r\nX: y",
        "http://blog.localhost:8082/\u{0}",
        "http://evil.example/?http://blog.localhost:8082/", " http://blog.localhost:8082/",
        "http://blog.localhost:8082/\t",
        "javascript:alert(1)", "data:text/html,x", "http:/blog.localhost:8082/", "http://user@blog.localhost:8082/",
        "http://blog.localhost:8082./", "http://blog.localhost.evil.example:8082/", "http://bl\u{F6}g.localhost:8082/",
        "http://blog.localhost:8082/\u{FF0F}", "http://[::1]:8082/", "http://2130706433:8082/",
        "http://127.0.0.1:8082/",
        "http://blog.localhost:8082/#x", "http://blog.localhost:8082/\"><script>", "",
    ])
    func `Follows no address but those of the configured sites`(address: String) throws {
        var browser = try Browser()
        try browser.signIn(try Person())
        let query = "?return=" + Browser.encoded(address)
        #expect(try browser.open("/login" + query).path == "/my")
        #expect(try browser.open("/login/continue" + query).path == "/my")
        #expect(browser.headers["Refresh"] == nil)
    }

    @Test func `Ends with a page in a browser that is never known when it comes back`() throws {
        var browser = try Browser()
        try browser.signIn(try Person())
        for _ in 0..<3 {
            try browser.visit(TestSite.blog, "/a")
            try browser.arrive()
            #expect(browser.headers["Location"] == TestSite.blog + "/a")
            browser.cookies["vestibule-8082-site"] = nil
        }
        #expect(try browser.visit(TestSite.blog, "/a").status == 403)
        #expect(browser.page.html.contains("Your browser does not stay signed in"))
        browser.cookies["vestibule-8082-arrivals"] = nil
        try browser.enter(TestSite.blog)
        #expect(try browser.visit(TestSite.blog, "/a").status == 204)
    }

    @Test func `Sends a browser that comes without the site's cookie to the site first`() throws {
        var browser = try Browser()
        try browser.signIn(try Person())
        try browser.open("/login?return=" + Browser.encoded(TestSite.blog + "/a"))
        #expect(browser.headers["Location"] == TestSite.blog + "/a")
    }
}

extension Browser {
    /// What a browser is made of again, since two of them cannot be one.
    struct Kept {
        let cookies: [String: String]
        let now: Instant

        init(_ cookies: [String: String], _ now: Instant) {
            self.cookies = cookies
            self.now = now
        }

        func browser(at site: String) throws -> Browser {
            var browser = try Browser(at: now)
            browser.cookies = cookies
            browser.asNginx["SITE"] = site
            return browser
        }
    }
}
