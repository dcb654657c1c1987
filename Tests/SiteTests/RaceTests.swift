import Foundation
import HTTP
import Synchronization
import Testing

@testable import Site

/// Many browsers at the same instant; one after the other, since each browser holds a connection.
@Suite(.serialized) struct `At the same instant` {
    @Test func `Fifty browsers with one authenticator code: one signs in`() async throws {
        let ada = try Person()
        var first = try Browser()
        try first.signIn(ada)
        let app = try first.enrol().app
        let pages = try await race(50, ada, "Verify and sign in") { ["code": app.code(at: $0)] }
        #expect(pages.filter { $0.path == "/my" }.count == 1)
        #expect(pages.filter(isRefused).count == 49)
        var next = try Browser()
        try next.signIn(ada)
        #expect(try next.press("Verify and sign in", ["code": app.code(at: next.now, steps: 1)]).path == "/my")
    }

    @Test func `Fifty browsers with one recovery code: one signs in`() async throws {
        let ada = try Person()
        var first = try Browser()
        try first.signIn(ada)
        let code = try first.enrol().codes[0]
        let pages = try await race(50, ada, "Use recovery code") { _ in ["recovery-code": code] }
        #expect(pages.filter { $0.path == "/my" }.count == 1)
        #expect(pages.filter(isRefused).count == 49)
        #expect(try TestInstance.store().recoveryCodesLeft(of: ada.account().user) == 7)
    }

    /// Who waits too long for all the others is told to come again.
    private func isRefused(_ page: Browser.Page) -> Bool {
        page.contains("ode did not match") || page.contains("Too many codes did not match") || page.status == 503
    }

    /// Has so many browsers, each of which has given the password, press `button` at the same instant.
    private func race(
        _ count: Int, _ person: Person, _ button: String, _ fields: @escaping @Sendable (Instant) -> [String: String]
    ) async throws -> [Browser.Page] {
        var ready: [(Browser.Form, [String: String])] = []
        for _ in 0..<count {
            var browser = try Browser()
            try browser.signIn(person)
            ready.append((try browser.form(with: button), browser.cookies))
        }
        let queue = Mutex(ready)
        let moment = Mutex<Instant?>(nil)
        return try await together(count, preparing: { try Browser() }) { browser in
            let (form, cookies) = queue.withLock { $0.removeLast() }
            var browser = browser
            browser.now = moment.withLock { moment in
                moment = moment ?? Instant(microseconds: Int64(Date().timeIntervalSince1970 * 1_000_000))
                return moment!
            }
            browser.cookies = cookies
            return try browser.submit(form, fields(browser.now))
        }
    }

    @Test func `Fifty guesses in fifty challenges share ten attempts`() async throws {
        let ada = try Person()
        var first = try Browser()
        try first.signIn(ada)
        let app = try first.enrol().app
        let pages = try await race(50, ada, "Verify and sign in") { ["code": app.code(at: $0, steps: 100)] }
        #expect(pages.filter { $0.contains("That code did not match") }.count == 10)
    }

    @Test func `Fifty guesses at one challenge share five attempts`() async throws {
        let ada = try Person()
        var first = try Browser()
        try first.signIn(ada)
        let app = try first.enrol().app
        try first.press("Sign out")
        try first.signIn(ada)
        let form = try first.form(with: "Verify and sign in")
        let (cookies, now) = (first.cookies, first.now)
        let pages = try await together(50) {
            var guess = try Browser(at: now)
            guess.cookies = cookies
            return try guess.submit(form, ["code": app.code(at: now, steps: 100)])
        }
        #expect(pages.filter { $0.contains("That code did not match") }.count == 5)
    }

    @Test func `Fifty posts of a right code in one challenge sign in`() async throws {
        let ada = try Person()
        var first = try Browser()
        try first.signIn(ada)
        let app = try first.enrol().app
        try first.open("/my")
        try first.press("Sign out")
        try first.signIn(ada)
        let form = try first.form(with: "Verify and sign in")
        let (cookies, now) = (first.cookies, first.now)
        let sessions = try await together(50) {
            var browser = try Browser(at: now)
            browser.cookies = cookies
            try browser.submit(form, ["code": app.code(at: now)])
            return browser.cookies["vestibule-8080-session"]
        }
        #expect(Set(sessions.compactMap(\.self)).count == 1)
    }

    @Test func `Eight presses of one confirmation enable it once`() async throws {
        let ada = try Person()
        var browser = try Browser()
        try browser.signIn(ada)
        try browser.open("/my/profile/two-factor")
        let app = Authenticator(typing: try browser.press("Enable two-factor").text(id: "secret")!)
        let form = try browser.form(with: "Confirm and enable")
        let cookies = browser.cookies
        let now = browser.now
        let pages = try await together(8) {
            var browser = try Browser(at: now)
            browser.cookies = cookies
            try browser.submit(form, ["code": app.code(at: now)])
            return browser.page
        }
        #expect(pages.filter { $0.recoveryCodes.count == 8 }.count == 1)
        #expect(pages.allSatisfy { $0.badge == "Enabled" || $0.path == "/login" })
        #expect(try TestInstance.store().recoveryCodesLeft(of: ada.account().user) == 8)
    }

    @Test func `Eight regenerations leave one set, and the losers are told`() async throws {
        let ada = try Person()
        var browser = try Browser()
        try browser.signIn(ada)
        _ = try browser.enrol()
        try browser.open("/my/profile/two-factor/recovery-codes")
        let form = try browser.form(with: "Generate new codes")
        let (cookies, now) = (browser.cookies, browser.now)
        let pages = try await together(8) {
            var browser = try Browser(at: now)
            browser.cookies = cookies
            return try browser.submit(form)
        }
        let shown = pages.filter { $0.recoveryCodes.count == 8 }
        #expect(shown.count == 1)
        #expect(pages.contains { $0.contains("Your recovery codes have been replaced already.") })
        #expect(try TestInstance.store().recoveryCodesLeft(of: ada.account().user) == 8)
        var other = try Browser(at: now)
        try other.signIn(ada)
        #expect(try other.press("Use recovery code", ["recovery-code": shown[0].recoveryCodes[7]]).path == "/my")
    }
}
