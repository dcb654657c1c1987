import Authentication
import Foundation
import HTTP
import Testing

@testable import Site

extension Administration {
    @Suite struct `People in the console` {
        @Test func `Somebody added chooses a password by the link, once, and signs in with it`() throws {
            var admin = try Browser()
            try admin.signIn(try Person(role: .admin))
            try admin.open("/admin/people")
            let email = "p-\(UUID().uuidString.lowercased())@example.test"
            let page = try admin.press("Add person", ["email": email, "name": "Grace Hopper", "role": "user"])
            #expect(page.status == 200)
            let link = try #require(page.text(id: "link"))
            #expect(link.hasPrefix("http://127.0.0.1:8080/activate/"))
            let path = String(link.dropFirst("http://127.0.0.1:8080".count))

            var grace = try Browser()
            for _ in 0..<2 { #expect(try grace.open(path).contains("For Grace Hopper, who signs in as \(email).")) }
            #expect(try grace.press("Set password", ["new-password": "too short"]).status == 422)
            #expect(grace.page.contains("Choose a password of at least 12 characters."))
            #expect(try grace.press("Set password", ["new-password": "Password12345"]).contains("a common one"))
            let password = "a compiler, a moth, a nanosecond"
            #expect(try grace.press("Set password", ["new-password": password]).contains("Your password is set."))
            #expect(try grace.open("/my").path == "/login")
            #expect(try grace.open(path).status == 410)
            try grace.open("/login")
            #expect(try grace.press("Sign in", ["email": email, "password": password]).path == "/my")
        }

        @Test func `What is wrong with somebody added stands above the form and at each field`() throws {
            var admin = try Browser()
            try admin.signIn(try Person(role: .admin))
            try admin.open("/admin/people")
            let page = try admin.press("Add person", ["email": "nobody", "name": "\u{202E}", "role": "user"])
            #expect(page.status == 422)
            for (field, sentence) in [("email", "Enter an email address"), ("name", "Enter a name of 1 to 200")] {
                #expect(page.contains("<a href=\"#\(field)\">\(sentence)"))
                #expect(page.text(id: "\(field)-error") != nil)
            }
        }

        @Test func `Fifty uses of one link at once: one sets the password`() async throws {
            let ada = try Person()
            let link = try Self.link(for: ada, at: Instant(seconds: 2_000_000_000))
            let now = Instant(seconds: 2_000_000_000)
            var first = try Browser(at: now)
            try first.open(link)
            let (form, cookies) = (try first.form(with: "Set password"), first.cookies)
            let pages = try await together(50) {
                var browser = try Browser(at: now)
                browser.cookies = cookies
                return try browser.submit(form, ["new-password": "a staple, a battery, a horse"])
            }
            #expect(pages.filter { $0.contains("Your password is set.") }.count == 1)
            #expect(pages.filter { $0.status == 410 }.count == 49)
        }

        @Test func `A link ends after a day, with the next one, with a disabled account, and with another role`() throws
        {
            let ada = try Person()
            let now = Instant(seconds: 2_000_000_000)
            let link = try Self.link(for: ada, at: now)
            var browser = try Browser(at: now.advanced(bySeconds: 86_399))
            #expect(try browser.open(link).status == 200)
            browser.now = now.advanced(bySeconds: 86_400)
            #expect(try browser.open(link).status == 410)
            browser.now = now
            let next = try Self.link(for: ada, at: now)
            #expect(try browser.open(link).status == 410)
            #expect(try browser.open(next).status == 200)
            _ = try TestInstance.store().disable(ada.account().id, by: .commandLine, on: .commandLine(at: now))
            #expect(try browser.open(next).status == 410)
            _ = try TestInstance.store().enable(ada.account().id, by: .commandLine, on: .commandLine(at: now))
            #expect(try browser.open(next).status == 410)
            let promoted = try Self.link(for: ada, at: now)
            _ = try TestInstance.store().setRole(
                .superAdmin, of: ada.account().id, by: .commandLine, on: .commandLine(at: now))
            #expect(try browser.open(promoted).status == 410)
            for nonsense in ["/activate/x", "/activate/\(String(repeating: "A", count: 43))"] {
                #expect(try browser.open(nonsense).status == 410)
            }
        }

        @Test func `A password reset ends the password and the sessions, keeps two-factor, and is told`() throws {
            let ada = try Person()
            var browser = try Browser()
            try browser.signIn(ada)
            let app = try browser.enrol().app
            let link = try Self.link(for: ada, at: browser.now)
            #expect(try browser.open("/my").path == "/login")
            #expect(try browser.signIn(ada).status == 422)
            try browser.open(link)
            let password = "another horse, another staple"
            try browser.press("Set password", ["new-password": password])
            #expect(try browser.signIn(ada, password: password).path == "/login/two-factor")
            let page = try browser.press("Verify and sign in", ["code": app.code(at: browser.now)])
            #expect(page.contains("An administrator reset your password"))
            #expect(try !browser.open("/my").contains("An administrator reset your password"))
        }

        @Test func `A reset of two-factor asks for a reason, signs out, and is told at the next sign-in`() throws {
            let ada = try Person()
            var browser = try Browser()
            try browser.signIn(ada)
            _ = try browser.enrol()
            var admin = try Browser()
            try admin.signIn(try Person(role: .itAdmin))
            try admin.open("/admin/people/\(ada.account().id)")
            #expect(try admin.press("Reset two-factor", ["reason": " "]).contains("Enter a reason"))
            #expect(try ada.account().hasSecondFactor)
            #expect(try admin.press("Reset two-factor", ["reason": "called back, knows the project"]).status == 200)
            #expect(admin.page.contains("Two-factor authentication is reset."))
            #expect(try !ada.account().hasSecondFactor)
            #expect(try browser.open("/my").path == "/login")
            #expect(try browser.signIn(ada).contains("An administrator removed your two-factor authentication"))
        }

        @Test func `Disabled and enabled, signed out everywhere, given another role`() throws {
            let ada = try Person()
            var browser = try Browser()
            try browser.signIn(ada)
            var admin = try Browser()
            try admin.signIn(try Person(role: .superAdmin))
            try admin.open("/admin/people/\(ada.account().id)")
            #expect(try admin.press("Sign out everywhere").contains("They are signed out everywhere."))
            #expect(try browser.open("/my").path == "/login")
            #expect(try admin.press("Disable account").contains("Enable account</button>"))
            #expect(try browser.signIn(ada).status == 422)
            #expect(try admin.press("Enable account").contains("The account is enabled again."))
            #expect(try browser.signIn(ada).path == "/my")
            #expect(try admin.press("Change role", ["role": "it-admin"]).contains("The role is changed"))
            #expect(try browser.open("/my").contains("It is IT administrator now."))
            #expect(try browser.open("/admin").status == 200)
        }

        @Test func `A password that is changed while another role brings a new cookie is changed or said not to be`()
            throws
        {
            let ada = try Person()
            let store = try TestInstance.store()
            var browser = try Browser()
            try browser.signIn(ada)
            let cookie = browser.cookies.map { "\($0)=\($1)" }.joined(separator: "; ")
            let parameters = [
                "REQUEST_METHOD": "POST", "DOCUMENT_URI": "/my/profile/password", "HTTP_COOKIE": cookie,
                "CONTENT_TYPE": "application/x-www-form-urlencoded",
            ]
            let body = "current-password=\(ada.password)&new-password=another horse, another staple"
                .replacing(" ", with: "+")
            let post = try Request(
                Parameters(parameters.mapValues { Array($0.utf8) }), body: Array(body.utf8),
                receivedAt: browser.now)
            let who = try #require(try store.signedInUser(post, TestInstance.identity))
            _ = try store.setRole(.admin, of: ada.account().id, by: .commandLine, on: .commandLine(at: browser.now))
            try browser.open("/my")
            let answer = try ChangePassword.submit(post, who, store)
            #expect(!answer.headers.contains { $0.name == "Set-Cookie" })
            #expect(try browser.open("/my/profile").contains("Nothing was changed: something else was changed"))
            try browser.press("Sign out")
            #expect(try browser.signIn(ada).path == "/admin")
        }

        @Test func `Another role brings another cookie with the next page, and the old one opens nothing`() throws {
            let ada = try Person()
            var browser = try Browser()
            try browser.signIn(ada)
            let cookies = browser.cookies
            _ = try TestInstance.store().setRole(
                .admin, of: ada.account().id, by: .commandLine, on: .commandLine(at: browser.now))
            #expect(try browser.open("/my", headers: ["HTTP_X_FRAGMENT": "1"]).status == 200)
            #expect(try browser.open("/admin", headers: ["HTTP_X_FRAGMENT": "1"]).status == 403)
            #expect(try browser.open("/admin/audit.csv").status == 403)
            let post = try browser.forged("/admin/people/\(ada.account().id)/disable")
            #expect(try browser.submit(post).status == 403)
            #expect(browser.cookies == cookies)
            #expect(try browser.open("/admin").status == 200)
            #expect(browser.cookies != cookies)
            #expect(try browser.open("/admin").status == 200)
            var old = try Browser(at: browser.now)
            old.cookies = cookies
            #expect(try old.open("/admin").path == "/login")
        }

        @Test func `Whoever is no administrator any more is told on the next page that they see`() throws {
            let ada = try Person(role: .admin)
            var browser = try Browser()
            try browser.signIn(ada)
            _ = try TestInstance.store().setRole(
                .user, of: ada.account().id, by: .commandLine, on: .commandLine(at: browser.now))
            #expect(try browser.open("/").contains("An administrator changed your role"))
            #expect(try !browser.open("/my").contains("An administrator changed your role"))
        }

        @Test func `The search finds parts of names and addresses, and who has no two-factor`() throws {
            let mark = UUID().uuidString.lowercased().prefix(8)
            let (ada, eve) = (try Person("Ada Æther \(mark)"), try Person("Eve Æther \(mark)"))
            var browser = try Browser()
            try browser.signIn(ada)
            _ = try browser.enrol()
            var admin = try Browser()
            try admin.signIn(try Person(role: .admin))
            for text in ["æTHER%20\(mark)", "\(mark)"] {
                try admin.send("GET", "/admin/people", body: "", headers: ["QUERY_STRING": "q=\(text)"])
                #expect(admin.page.contains(ada.email) && admin.page.contains(eve.email))
            }
            try admin.send(
                "GET", "/admin/people", body: "", headers: ["QUERY_STRING": "q=\(mark)&without-two-factor=on"])
            #expect(!admin.page.contains(ada.email) && admin.page.contains(eve.email))
            try admin.send("GET", "/admin/people", body: "", headers: ["QUERY_STRING": "q=%25\(mark)"])
            #expect(admin.page.contains("Nobody matches."))
        }

        /// The link that an administrator gets for a new password of `person`.
        private static func link(for person: Person, at now: Instant) throws -> String {
            var admin = try Browser(at: now)
            try admin.signIn(try Person(role: .admin))
            try admin.open("/admin/people/\(person.account().id)")
            let link = try #require(try admin.press("Reset password").text(id: "link"))
            return String(link.dropFirst("http://127.0.0.1:8080".count))
        }
    }
}
