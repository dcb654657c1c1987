import Authentication
import Foundation
import HTTP
import Testing

@testable import Site

extension Administration {
    @Suite struct `The security settings` {
        private func reset() {
            _ = try? TestInstance.store().changePolicy(by: .commandLine, on: .commandLine(at: Instant(seconds: 1))) {
                $0 = SecurityPolicy()
            }
        }

        private func administrator() throws -> Browser {
            var browser = try Browser()
            try browser.signIn(try Person(role: .admin))
            try browser.open("/admin/settings/security")
            return browser
        }

        @Test func `A lifetime is saved at once, and ends sessions that were idle for longer`() throws {
            defer { reset() }
            var browser = try administrator()
            let page = try browser.press("Save changes", ["session-lifetime-minutes": " 5 "])
            #expect(page.path == "/admin/settings/security")
            #expect(page.contains("The settings are saved"))
            #expect(page.contains("value=\"5\""))
            browser.now = browser.now.advanced(bySeconds: 301)
            #expect(try browser.open("/admin").path == "/login")
        }

        @Test(arguments: ["", "4", "43201", "-5", "+60", "6e1", "٦٠", "60.0", "99999999999999999999"])
        func `A lifetime outside the range is refused, and what was typed is kept`(minutes: String) throws {
            defer { reset() }
            var browser = try administrator()
            let page = try browser.press(
                "Save changes", ["session-lifetime-minutes": minutes, "require-mfa-for-everyone": "on"])
            #expect(page.status == 422)
            #expect(page.contains("Enter a number of minutes from 5 to 43200."))
            #expect(page.contains("value=\"\(minutes)\""))
            #expect(page.contains("name=\"require-mfa-for-everyone\" value=\"on\" checked"))
            #expect(try TestInstance.store().policy() == SecurityPolicy())
        }

        @Test func `A policy shows whom it sends to enrolment before it applies`() throws {
            defer { reset() }
            let other = try Person("Grace Hopper", role: .superAdmin)
            var browser = try administrator()
            let levers = ["session-lifetime-minutes": "480", "require-mfa-for-admins": "on"]
            let page = try browser.press("Save changes", levers)
            #expect(page.status == 200)
            #expect(page.contains("Grace Hopper") && page.contains(other.email))
            #expect(page.contains("You are one of them"))
            #expect(page.html.contains(/This sends \d+ people to set up two-factor authentication/))
            #expect(try TestInstance.store().policy() == SecurityPolicy())
            #expect(try browser.press("Apply policy").path == "/my/profile/two-factor")
            #expect(try TestInstance.store().policy().requiresAdministrators)
        }

        @Test func `What is applied is what was shown`() throws {
            defer { reset() }
            var browser = try administrator()
            let levers = ["session-lifetime-minutes": "480", "require-mfa-for-admins": "on"]
            try browser.press("Save changes", levers)
            let newcomer = try Person("Katherine Johnson", role: .itAdmin)
            let page = try browser.press("Apply policy")
            #expect(page.status == 409)
            #expect(page.contains("Something has changed since you saw this."))
            #expect(page.contains(newcomer.email))
            #expect(try TestInstance.store().policy() == SecurityPolicy())
            _ = try TestInstance.store().changePolicy(by: .commandLine, on: .commandLine(at: browser.now)) {
                $0.sessionLifetime = .init(60)!
            }
            #expect(try browser.press("Apply policy").status == 409)
            #expect(try TestInstance.store().policy().sessionLifetime.minutes == 60)
            #expect(try browser.press("Apply policy").path == "/my/profile/two-factor")
        }

        @Test func `A form from before somebody else's change saves nothing unseen, and keeps what was typed`() throws {
            defer { reset() }
            var browser = try administrator()
            _ = try TestInstance.store().changePolicy(by: .commandLine, on: .commandLine(at: browser.now)) {
                $0.sessionLifetime = .init(60)!
            }
            let page = try browser.press("Save changes", ["session-lifetime-minutes": "240"])
            #expect(page.status == 422)
            #expect(page.contains("Somebody else changed the settings after you opened this page"))
            #expect(page.contains("value=\"240\""))
            #expect(try TestInstance.store().policy().sessionLifetime.minutes == 60)
            #expect(try browser.press("Save changes", ["session-lifetime-minutes": "240"]).status == 200)
            #expect(try TestInstance.store().policy().sessionLifetime.minutes == 240)
        }

        @Test func `Whoever is no administrator any more changes nothing`() throws {
            defer { reset() }
            let store = try TestInstance.store()
            let (eve, now) = (try Person(role: .admin), Instant(seconds: 1_790_000_000))
            _ = try store.disable(eve.account().id, by: .commandLine, on: .commandLine(at: now))
            let author = Author.administrator(try eve.account().id)
            #expect(try !store.changePolicy(by: author, on: .commandLine(at: now)) { $0.requiresEveryone = true })
            #expect(try store.policy() == SecurityPolicy())
        }

        @Test func `A policy that is applied twice is applied once, and says so`() throws {
            defer { reset() }
            let admin = try Person(role: .admin)
            var browser = try Browser()
            try browser.signIn(admin)
            _ = try browser.enrol()
            _ = try Person(role: .itAdmin)
            try browser.open("/admin/settings/security")
            try browser.press(
                "Save changes", ["session-lifetime-minutes": "480", "require-mfa-for-admins": "on"])
            let form = try browser.form(with: "Apply policy")
            for _ in 0..<2 { #expect(try browser.submit(form).contains("The settings are saved")) }
        }

        @Test func `A policy that sends nobody anywhere is saved at once`() throws {
            defer { reset() }
            _ = try TestInstance.store().changePolicy(by: .commandLine, on: .commandLine(at: Instant(seconds: 1))) {
                $0.requiresEveryone = true
            }
            var browser = try Browser()
            try browser.signIn(try Person(role: .admin))
            _ = try browser.enrol()
            try browser.open("/admin/settings/security")
            let page = try browser.press("Save changes", ["session-lifetime-minutes": "480"])
            #expect(page.contains("The settings are saved"))
            #expect(try TestInstance.store().policy() == SecurityPolicy())
        }

        @Test func `A post that arrives after the switch is not carried out`() throws {
            defer { reset() }
            let ada = try Person()
            var browser = try Browser()
            try browser.signIn(ada)
            try browser.open("/my/profile")
            _ = try TestInstance.store().changePolicy(by: .commandLine, on: .commandLine(at: browser.now)) {
                $0.requiresEveryone = true
            }
            let page = try browser.press(
                "Change password", ["current-password": ada.password, "new-password": "another horse, another staple"])
            #expect(page.path == "/my/profile/two-factor")
            reset()
            var later = try Browser()
            #expect(try later.signIn(ada).path == "/my")
        }
    }
}
