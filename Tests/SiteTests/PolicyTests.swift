import Authentication
import HTTP
import Testing

@testable import Site

extension Administration {
    @Suite struct `A policy that requires two-factor` {
        private static let sentence =
            "Two-factor authentication is required by your organisation. Set it up to continue."

        private func require(_ isRequired: Bool) throws {
            _ = try TestInstance.store().changePolicy(by: .commandLine, on: .commandLine(at: Instant(seconds: 1))) {
                $0.requiresAdministrators = isRequired
            }
        }

        @Test func `Sends whoever has none to enrolment at the next request, whatever they ask for`() throws {
            defer { try? require(false) }
            let ada = try Person(role: .itAdmin)
            var browser = try Browser()
            try browser.signIn(ada)
            try browser.open("/my/profile/two-factor")
            try require(true)
            for path in ["/", "/my", "/my/profile", "/my/profile/two-factor/recovery-codes", "/nothing"] {
                #expect(try browser.open(path).path == "/my/profile/two-factor")
                #expect(browser.page.contains(Self.sentence))
            }
            #expect(try browser.open("/my", headers: ["HTTP_X_FRAGMENT": "1"]).contains(Self.sentence))
            #expect(try browser.send("HEAD", "/my", body: "").path == "/my/profile/two-factor")
            #expect(try browser.open("/auth/check").status == 403)
        }

        @Test func `Lets them enrol, and is satisfied then`() throws {
            defer { try? require(false) }
            let ada = try Person(role: .admin)
            try require(true)
            var browser = try Browser()
            #expect(try browser.signIn(ada).path == "/my/profile/two-factor")
            try browser.press("Enable two-factor")
            #expect(browser.page.contains(Self.sentence))
            #expect(try browser.open("/auth/check").status == 403)
            _ = try browser.enrol()
            #expect(!browser.page.contains(Self.sentence))
            #expect(try browser.open("/my").path == "/my")
            #expect(try browser.open("/auth/check").status == 204)
            try browser.open("/my/profile/two-factor")
            #expect(try browser.press("Disable two-factor", ["current-password": ada.password]).contains(Self.sentence))
            #expect(try browser.open("/my").path == "/my/profile/two-factor")
        }

        @Test func `Lets them sign out, and binds nobody else`() throws {
            defer { try? require(false) }
            try require(true)
            var administrator = try Browser()
            try administrator.signIn(try Person(role: .superAdmin))
            #expect(try administrator.press("Sign out").path == "/login")
            var user = try Browser()
            #expect(try user.signIn(try Person()).path == "/my")
        }

        @Test func `Binds whoever becomes an administrator at once`() throws {
            defer { try? require(false) }
            let ada = try Person()
            var browser = try Browser()
            try browser.signIn(ada)
            try require(true)
            #expect(try browser.open("/my").path == "/my")
            _ = try TestInstance.store().setRole(
                .admin, of: ada.account().id, by: .commandLine, on: .commandLine(at: browser.now))
            #expect(try browser.open("/my").path == "/my/profile/two-factor")
        }
    }
}
