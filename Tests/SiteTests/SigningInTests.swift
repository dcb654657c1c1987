import HTTP
import Testing

@testable import Site

@Suite struct `Signing in` {
    @Test func `Email and password lead to the portal`() throws {
        let ada = try Person()
        var browser = try Browser()
        let page = try browser.signIn(ada)
        #expect(page.path == "/my")
        #expect(page.contains("Ada Lovelace"))
        #expect(try ada.account().lastSignInAt == browser.now)
    }

    @Test func `Another spelling of the same address is the same account`() throws {
        let ada = try Person()
        var browser = try Browser()
        try browser.open("/login")
        try browser.press("Sign in", ["email": " \(ada.email.uppercased()) ", "password": ada.password])
        #expect(browser.page.path == "/my")
    }

    @Test func `Unknown, wrong and disabled get one answer`() throws {
        let ada = try Person()
        let gone = try Person()
        _ = try TestInstance.store().disable(
            gone.account().id, by: .commandLine, on: .commandLine(at: Instant(seconds: 1)))
        var answers: Set<String> = []
        for (email, password) in [
            ("nobody@example.test", "wrong password"), (ada.email, "wrong password"), (gone.email, gone.password),
            ("ädä@example.test", ada.password),
        ] {
            var browser = try Browser()
            try browser.open("/login")
            let page = try browser.press("Sign in", ["email": email, "password": password])
            #expect(page.status == 422)
            #expect(page.contains("Email or password did not match."))
            #expect(!page.contains("password\" value=\"\(password)"))
            answers.insert(page.html.replacing(email, with: "").replacing(/value="[0-9a-f]{32}"/, with: ""))
            #expect(try browser.open("/my").path == "/login")
        }
        #expect(answers.count == 1)
    }

    @Test func `Every byte of the password counts`() throws {
        let ada = try Person()
        for password in [ada.password + " ", ada.password.uppercased(), String(ada.password.dropLast()), ""] {
            var browser = try Browser()
            #expect(try browser.signIn(ada, password: password).status == 422)
        }
    }

    @Test func `Signing in makes a new session, and signing out ends it`() throws {
        let ada = try Person()
        var browser = try Browser()
        browser.cookies["vestibule-8080-session"] = String(repeating: "A", count: 43)
        try browser.signIn(ada)
        let session = browser.cookies["vestibule-8080-session"]!
        #expect(session != String(repeating: "A", count: 43))
        #expect(try browser.press("Sign out").path == "/login")
        browser.cookies["vestibule-8080-session"] = session
        #expect(try browser.open("/my").path == "/login")
    }

    @Test func `A session ends after eight hours without a request, and after a day in any case`() throws {
        let ada = try Person()
        var browser = try Browser()
        try browser.signIn(ada)
        let start = browser.now
        browser.now = start.advanced(bySeconds: 479 * 60)
        #expect(try browser.open("/my").path == "/my")
        for hour in stride(from: 14 as Int64, through: 23, by: 3) {
            browser.now = start.advanced(bySeconds: hour * 3_600)
            #expect(try browser.open("/my").path == "/my")
        }
        browser.now = start.advanced(bySeconds: 86_401)
        #expect(try browser.open("/my").path == "/login")

        try browser.signIn(ada)
        browser.now = browser.now.advanced(bySeconds: 481 * 60)
        #expect(try browser.open("/my").path == "/login")
    }

    @Test func `A disabled account is out at its next request`() throws {
        let ada = try Person()
        var browser = try Browser()
        try browser.signIn(ada)
        _ = try TestInstance.store().disable(ada.account().id, by: .commandLine, on: .commandLine(at: browser.now))
        #expect(try browser.open("/my").path == "/login")
    }

    @Test func `Whoever is not signed in is sent to sign in`() throws {
        for path in ["/", "/my", "/my/profile", "/my/profile/two-factor", "/my/profile/two-factor/recovery-codes"] {
            var browser = try Browser()
            #expect(try browser.open(path).path == "/login", "\(path)")
        }
    }
}
