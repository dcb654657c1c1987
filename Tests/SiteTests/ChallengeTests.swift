import HTTP
import MariaDB
import Testing

@testable import Site

@Suite struct `Passing the challenge` {
    /// Somebody with two-factor enabled, and a browser that has just given the password.
    private func halfway(_ ada: Person) throws -> Halfway {
        var first = try Browser()
        try first.signIn(ada)
        let (app, _) = try first.enrol()
        var browser = try Browser(at: first.now)
        try browser.signIn(ada)
        return Halfway(browser: browser, app: app)
    }

    private struct Halfway: ~Copyable {
        var browser: Browser
        let app: Authenticator
    }

    @Test func `The password alone leads to the challenge and nowhere else`() throws {
        var it = try halfway(try Person())
        #expect(it.browser.page.path == "/login/two-factor")
        #expect(it.browser.page.contains("Password accepted. Enter your code to continue."))
        #expect(it.browser.cookies["vestibule-8080-session"] == nil)
        for path in ["/", "/my", "/my/profile", "/my/profile/two-factor", "/login"] {
            #expect(try it.browser.open(path).path == "/login/two-factor", "\(path)")
        }
    }

    @Test func `The code signs in, under a session that counts as two-factor`() throws {
        var it = try halfway(try Person())
        let page = try it.browser.press("Verify and sign in", ["code": it.app.code(at: it.browser.now)])
        #expect(page.path == "/my")
        #expect(it.browser.cookies["vestibule-8080-challenge"] == nil)
    }

    @Test func `A code is good once, and no older one after it`() throws {
        let ada = try Person()
        var it = try halfway(ada)
        try it.browser.press("Verify and sign in", ["code": it.app.code(at: it.browser.now)])
        for steps: Int64 in [0, -1] {
            var other = try Browser(at: it.browser.now)
            try other.signIn(ada)
            let page = try other.press("Verify and sign in", ["code": it.app.code(at: it.browser.now, steps: steps)])
            #expect(page.status == 422)
            #expect(page.contains("That code did not match"))
        }
        var next = try Browser(at: it.browser.now)
        try next.signIn(ada)
        #expect(try next.press("Verify and sign in", ["code": it.app.code(at: it.browser.now, steps: 1)]).path == "/my")
    }

    @Test func `The code that confirmed the enrolment does not sign in`() throws {
        let ada = try Person()
        var it = try halfway(ada)
        #expect(
            try it.browser.press("Verify and sign in", ["code": it.app.code(at: it.browser.now, steps: -1)]).status
                == 422)
    }

    @Test func `A doubled post lands where the first one did`() throws {
        var it = try halfway(try Person())
        let form = try it.browser.form(with: "Verify and sign in")
        let cookies = it.browser.cookies
        let code = it.app.code(at: it.browser.now)
        #expect(try it.browser.submit(form, ["code": code]).path == "/my")
        let session = it.browser.cookies["vestibule-8080-session"]
        var doubled = try Browser(at: it.browser.now.advanced(bySeconds: 1))
        doubled.cookies = cookies
        #expect(try doubled.submit(form, ["code": code]).path == "/my")
        #expect(doubled.cookies["vestibule-8080-session"] == session)
        var late = try Browser(at: it.browser.now.advanced(bySeconds: 31))
        late.cookies = cookies
        #expect(try late.submit(form, ["code": code]).path == "/login")
    }

    @Test(arguments: ["+12345", "١٢٣٤٥٦", "１２３４５６", "12345", "0123456", "123456\0", "123456\n", ""])
    func `What is not six digits never matches`(typed: String) throws {
        var it = try halfway(try Person())
        let page = try it.browser.press("Verify and sign in", ["code": typed])
        #expect(page.status == 422)
        #expect(page.contains("That code did not match"))
    }

    @Test func `Five wrong codes end the challenge, and the right one is not judged any more`() throws {
        var it = try halfway(try Person())
        for _ in 0..<5 {
            let page = try it.browser.press("Verify and sign in", ["code": it.app.code(at: it.browser.now, steps: 100)])
            #expect(page.contains("That code did not match"))
        }
        let page = try it.browser.press("Verify and sign in", ["code": it.app.code(at: it.browser.now)])
        #expect(page.status == 429)
        #expect(page.contains("Sign in again"))
        #expect(try it.browser.open("/my").path == "/login")
    }

    @Test func `It is over after ten minutes`() throws {
        var it = try halfway(try Person())
        it.browser.now = it.browser.now.advanced(bySeconds: 601)
        #expect(try it.browser.press("Verify and sign in", ["code": it.app.code(at: it.browser.now)]).path == "/login")
    }

    @Test func `Signing in as a different user goes back to the first door`() throws {
        var it = try halfway(try Person())
        #expect(try it.browser.press("Sign in as a different user").path == "/login")
        #expect(try it.browser.open("/my").path == "/login")
    }

    @Test func `A step that a wrong clock accepted from the future locks nobody out for longer than minutes`() throws {
        let ada = try Person()
        var it = try halfway(ada)
        let store = try TestInstance.store()
        let id = try ada.account().user.id
        let authenticator = try store.rows(.authenticator, .integer(id))[0].bytes("id")
        let now = it.browser.now.seconds / 30
        #expect(try store.isDone(.claimStep, .integer(id), .bytes(authenticator), .integer(now + 1_000_000)))
        let code = it.app.code(at: it.browser.now)
        #expect(try it.browser.press("Verify and sign in", ["code": code]).contains("That code did not match"))
        let healed = try store.rows(.authenticator, .integer(id))[0].integer("last_step")
        #expect((now + 9...now + 12).contains(healed))
    }

    @Test func `A clock that is a day behind for a moment makes no used code good again`() throws {
        let ada = try Person()
        var it = try halfway(ada)
        let now = it.browser.now
        let code = it.app.code(at: now)
        #expect(try it.browser.press("Verify and sign in", ["code": code]).path == "/my")
        let id = try ada.account().user.id
        #expect(try TestInstance.store().isDone(.healStep, .integer(id), .integer(now.seconds / 30 - 2_870)))
        var other = try Browser(at: now)
        try other.signIn(ada)
        #expect(try other.press("Verify and sign in", ["code": code]).contains("That code did not match"))
        #expect(try other.press("Verify and sign in", ["code": it.app.code(at: now, steps: 1)]).path == "/my")
    }

    @Test func `A clock that was a day ahead makes no code good again when its day comes`() throws {
        let ada = try Person()
        let it = try halfway(ada)
        let store = try TestInstance.store()
        let id = try ada.account().user.id
        let authenticator = Value.bytes(try store.rows(.authenticator, .integer(id))[0].bytes("id"))
        let claim = { (step: Int64) in try store.isDone(.claimStep, .integer(id), authenticator, .integer(step)) }
        let today = it.browser.now.seconds / 30
        let tomorrow = today + 2_880
        #expect(try claim(tomorrow) && claim(tomorrow + 5))
        #expect(try store.isDone(.healStep, .integer(id), .integer(today + 10)))
        #expect(try !claim(tomorrow))
        #expect(try store.isDone(.healStep, .integer(id), .integer(today + 10)))
        #expect(try claim(tomorrow + 1) && !claim(tomorrow + 5))
    }

    @Test func `A clock that is set back a little makes no used code good again`() throws {
        let ada = try Person()
        var it = try halfway(ada)
        let code = it.app.code(at: it.browser.now, steps: 1)
        #expect(try it.browser.press("Verify and sign in", ["code": code]).path == "/my")
        var later = try Browser(at: it.browser.now.advanced(bySeconds: -25))
        try later.signIn(ada)
        #expect(try later.press("Verify and sign in", ["code": code]).contains("That code did not match"))
    }

    @Test func `The help about clocks is not given at sign-in`() throws {
        var it = try halfway(try Person())
        let page = try it.browser.press("Verify and sign in", ["code": it.app.code(at: it.browser.now, steps: 6)])
        #expect(page.contains("That code did not match"))
        #expect(!page.contains("clock"))
    }
}
