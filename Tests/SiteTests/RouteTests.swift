import HTTP
import Testing

@testable import Site

@Suite struct `The table of addresses` {
    @Test func `An unknown address is not found, a wrong method is told the right ones`() throws {
        var browser = try Browser()
        #expect(try browser.open("/my/profile/x.css").status == 404)
        #expect(try browser.open("/health").status == 404)
        #expect(try browser.send("POST", "/my", body: "").status == 405)
        #expect(try browser.open("/my/profile/two-factor/confirm").status == 405)
        #expect(browser.headers["Allow"] == "POST")
        #expect(try browser.send("PROPFIND", "/login", body: "").status == 405)
        #expect(browser.headers["Allow"] == "GET, HEAD, POST")
    }

    @Test func `Whoever is signed in meets an error in the midst of their pages, and leaves an enrolment behind`()
        throws
    {
        for path in ["/nothing", "/logout"] {
            var browser = try Browser()
            try browser.signIn(try Person())
            try browser.open("/my/profile/two-factor")
            try browser.press("Enable two-factor")
            let form = try browser.form(with: "Confirm and enable")
            let app = Authenticator(typing: browser.page.text(id: "secret")!)
            #expect(try browser.open(path).contains("Sign out</button>"))
            #expect(try browser.submit(form, ["code": app.code(at: browser.now)]).status == 409)
        }
    }

    @Test func `The operator's listener has its own`() throws {
        var browser = try Browser()
        #expect(try browser.open("/health", headers: ["OPERATOR": "1"]).status == 200)
        #expect(try browser.open("/login", headers: ["OPERATOR": "1"]).status == 404)
    }

    @Test func `What is no request is told so`() throws {
        var browser = try Browser()
        #expect(try browser.open("/my\n").status == 400)
        #expect(try browser.send("POST", "/login", body: "a=1&a=2").status == 400)
        #expect(
            try browser.send("POST", "/login", body: "{}", headers: ["CONTENT_TYPE": "application/json"]).status == 415)
    }

    @Test func `Signed out, every screen for signed-in people leads to the sign-in, and changes nothing`() throws {
        for route in routes
        where route.audience == .browsers && !["/login", "/activate/*"].contains(route.address.text) {
            var browser = try Browser()
            try browser.send(route.method.name, route.address.text, body: "", following: true)
            #expect(browser.page.path == "/login", "\(route.method.name) \(route.address.text)")
        }
    }

    @Test func `A cookie that comes twice is refused`() throws {
        var browser = try Browser()
        try browser.signIn(try Person())
        let session = browser.cookies["vestibule-8080-session"]!
        browser.cookies["x"] = "1; vestibule-8080-session=\(session)"
        #expect(try browser.open("/my").status == 400)
    }

    @Test func `A fragment is the screen's own part alone`() throws {
        var browser = try Browser()
        try browser.signIn(try Person())
        let page = try browser.open("/my/profile", headers: ["HTTP_X_FRAGMENT": "1"])
        #expect(page.html.hasPrefix("<main id=\"content\""))
        #expect(page.html.hasSuffix("</main>"))
        #expect(!page.contains("<html"))
    }
}

@Suite struct `A form of ours` {
    @Test func `Without its token, or with another address's, changes nothing`() throws {
        let ada = try Person()
        var browser = try Browser()
        try browser.signIn(ada)
        _ = try browser.enrol()
        try browser.open("/my/profile/two-factor")
        var form = try browser.form(with: "Disable two-factor")
        let elsewhere = try browser.form(with: "Sign out").fields["csrf_token"]!
        for token in ["", elsewhere, String(repeating: "0", count: 32)] {
            form.fields["csrf_token"] = token
            #expect(try browser.submit(form, ["current-password": ada.password]).status == 403)
        }
        form.fields["csrf_token"] = nil
        #expect(try browser.submit(form, ["current-password": ada.password]).status == 403)
        #expect(try browser.open("/my/profile/two-factor").badge == "Enabled")
    }

    @Test func `With somebody else's token changes nothing`() throws {
        var mallory = try Browser()
        try mallory.signIn(try Person("Mallory"))
        try mallory.open("/my/profile/two-factor")
        let form = try mallory.form(with: "Enable two-factor")
        var ada = try Browser()
        try ada.signIn(try Person())
        #expect(try ada.submit(form).status == 403)
        #expect(try ada.open("/my/profile/two-factor").badge == "Not configured")
    }

    @Test func `From another site changes nothing`() throws {
        var browser = try Browser()
        try browser.signIn(try Person())
        for header in [
            ["HTTP_ORIGIN": "https://evil.test"], ["HTTP_ORIGIN": "null"], ["HTTP_SEC_FETCH_SITE": "cross-site"],
        ] {
            try browser.open("/my/profile/two-factor")
            #expect(try browser.press("Enable two-factor", headers: header).status == 403)
        }
        #expect(try browser.open("/my/profile/two-factor").badge == "Not configured")
    }

    @Test func `Made before signing in is worth nothing after it`() throws {
        let ada = try Person()
        var browser = try Browser()
        try browser.open("/login")
        let form = try browser.form(with: "Sign in")
        try browser.submit(form, ["email": ada.email, "password": ada.password])
        #expect(try browser.submit(form, ["email": ada.email, "password": ada.password]).status == 403)
    }
}
