import HTTP
import Testing

@testable import Site

@Suite struct `Whoever has the password and guesses the code` {
    /// Guesses, in new challenges from new addresses, and says how many guesses were judged.
    ///
    /// - Parameter app: `nil` for recovery codes alone, which need no clock.
    private func guess(_ ada: Person, _ app: Authenticator?, _ times: Int, at now: Instant) throws -> Int {
        var judged = 0
        var browser = try Browser(at: now)
        for number in 0..<times {
            if number % 4 == 0 {
                browser = try Browser(at: now)
                try browser.signIn(ada)
            }
            let page =
                if let app, !number.isMultiple(of: 2) {
                    try browser.press("Verify and sign in", ["code": app.code(at: now, steps: 100)])
                } else {
                    try browser.press("Use recovery code", ["recovery-code": "AAAA-AAAA"])
                }
            judged += page.contains("code did not match") ? 1 : 0
            if page.path == "/login" { try browser.signIn(ada) }
        }
        return judged
    }

    /// Somebody with two-factor, in the browser that they use every day.
    private func owner() throws -> (ada: Person, app: Authenticator, codes: [String], cookies: [String: String]) {
        let ada = try Person()
        var browser = try Browser()
        try browser.signIn(ada)
        let (app, codes) = try browser.enrol()
        return (ada, app, codes, browser.cookies)
    }

    @Test func `Ten are judged in an hour and thirty in a day, of the app and of the recovery set together`() throws {
        let (ada, app, _, _) = try owner()
        let start = try Browser().now
        var judged = [try guess(ada, app, 14, at: start)]
        for hour: Int64 in [1, 2, 3, 22] {
            judged.append(try guess(ada, nil, 14, at: start.advanced(bySeconds: hour * 3_601)))
        }
        #expect(judged == [10, 10, 10, 0, 0])
        #expect(try guess(ada, nil, 14, at: start.advanced(bySeconds: 86_401)) == 10)
    }

    @Test func `The block says for how long, and a right code is neither accepted nor used up by it`() throws {
        let (ada, app, codes, _) = try owner()
        var browser = try Browser()
        let now = browser.now
        #expect(try guess(ada, app, 12, at: now) == 10)
        try browser.signIn(ada)
        for (button, field, code) in [
            ("Verify and sign in", "code", app.code(at: now)), ("Use recovery code", "recovery-code", codes[0]),
        ] {
            let page = try browser.press(button, [field: code])
            #expect(page.status == 429)
            #expect(page.contains("Too many codes did not match. Try again in 60 minutes."))
            #expect(browser.headers["Retry-After"] == "3600")
        }
        browser.now = now.advanced(bySeconds: 3_601)
        try browser.signIn(ada)
        #expect(try browser.press("Use recovery code", ["recovery-code": codes[0]]).path == "/my")
    }

    @Test func `The owner's session and the browser that they know are left alone`() throws {
        let (ada, app, _, cookies) = try owner()
        var known = try Browser()
        known.cookies = cookies
        #expect(try guess(ada, app, 12, at: known.now) == 10)
        #expect(try known.open("/my").path == "/my")
        try known.press("Sign out")
        try known.signIn(ada)
        #expect(try known.press("Verify and sign in", ["code": app.code(at: known.now)]).path == "/my")
        var other = try Browser()
        try other.signIn(ada)
        #expect(try other.press("Verify and sign in", ["code": app.code(at: other.now, steps: 1)]).status == 429)
    }

    @Test func `The cookie of a known browser is new at every sign-in, and good for its own account`() throws {
        let (ada, app, _, cookies) = try owner()
        let name = TestInstance.identity.browserCookieName(of: ada.address)
        var known = try Browser()
        known.cookies = cookies
        let first = try #require(known.cookies[name])
        try known.open("/my")
        try known.press("Sign out")
        try known.signIn(ada)
        try known.press("Verify and sign in", ["code": app.code(at: known.now)])
        #expect(known.cookies[name] != first)
        _ = try guess(ada, app, 12, at: known.now)
        let other = try owner()
        let others = other.cookies[TestInstance.identity.browserCookieName(of: other.ada.address)]
        for planted in [first, String(repeating: "A", count: 43), try #require(others)] {
            var other = try Browser()
            other.cookies[name] = planted
            try other.signIn(ada)
            #expect(try other.press("Verify and sign in", ["code": app.code(at: other.now, steps: 1)]).status == 429)
        }
    }

    /// Whoever shares a browser with the owner, and has an account of their own, gains nothing by it and takes nothing away.
    @Test func `Somebody else's sign-ins in a known browser neither clear its failures nor make it unknown`() throws {
        let (ada, app, _, cookies) = try owner()
        let mallory = try Person("Mallory")
        var shared = try Browser()
        shared.cookies = cookies
        try shared.open("/my")
        try shared.press("Sign out")
        var judged = 0
        for _ in 0..<4 {
            try shared.signIn(ada)
            for _ in 0..<5 where shared.page.path == "/login/two-factor" {
                let page = try shared.press("Verify and sign in", ["code": app.code(at: shared.now, steps: 100)])
                judged += page.contains("That code did not match") ? 1 : 0
            }
            if shared.page.path == "/login/two-factor" { try shared.press("Sign in as a different user") }
            try shared.signIn(mallory)
            try shared.press("Sign out")
        }
        #expect(judged == 10)
        #expect(try guess(ada, app, 12, at: shared.now) == 10)
        for _ in 0..<10 {
            var stranger = try Browser(at: shared.now)
            try stranger.signIn(ada, password: "not the password")
        }
        #expect(try shared.signIn(ada).path == "/login/two-factor")
    }

    @Test func `A browser that a whole office shares keeps the cookies of the last twenty`() throws {
        var browser = try Browser()
        for number in 0..<30 {
            browser.cookies["vestibule-8080-browser-\(String(0x1000_0000 + number, radix: 16))"] = "A"
        }
        browser.cookies["vestibule-8080-browser-\u{1}2345678"] = "A"
        try browser.open("/login")
        #expect(browser.cookies.keys.filter { $0.hasPrefix("vestibule-8080-browser-1") }.count == 20)
        #expect(browser.page.status == 200)
    }

    @Test func `Another password, and another second factor, make every other browser unknown`() throws {
        let (ada, app, _, cookies) = try owner()
        var phone = try Browser()
        try phone.signIn(ada)
        try phone.press("Verify and sign in", ["code": app.code(at: phone.now)])
        var laptop = try Browser()
        laptop.cookies = cookies
        let new = "another horse, another staple"
        try laptop.open("/my/profile")
        try laptop.press("Change password", ["current-password": ada.password, "new-password": new])
        for _ in 0..<10 {
            var stranger = try Browser(at: laptop.now)
            try stranger.signIn(ada, password: "not the password")
        }
        try phone.open("/login")
        #expect(try phone.signIn(ada, password: new).status == 429)
        var copy = try Browser()
        copy.cookies = cookies
        #expect(try copy.signIn(ada, password: new).status == 429)
        try laptop.open("/my")
        try laptop.press("Sign out")
        #expect(try laptop.signIn(ada, password: new).path == "/login/two-factor")
    }

    @Test func `A right code clears what its own browser failed at, and nothing else`() throws {
        let (ada, app, codes, cookies) = try owner()
        var known = try Browser()
        known.cookies = cookies
        let now = known.now
        #expect(try guess(ada, app, 9, at: now) == 9)
        try known.open("/my")
        try known.press("Sign out")
        try known.signIn(ada)
        try known.press("Verify and sign in", ["code": app.code(at: now)])
        #expect(try guess(ada, app, 3, at: now) == 1)
        var other = try Browser(at: now.advanced(bySeconds: 3_601))
        try other.signIn(ada)
        #expect(try other.press("Use recovery code", ["recovery-code": codes[0]]).path == "/my")
        #expect(try guess(ada, nil, 12, at: other.now) == 10)
    }

    @Test func `A used code, or one that is none, is no guess`() throws {
        // Before the enrolment, so that a code from then was not good later either.
        let now = try Browser().now
        let (ada, app, _, _) = try owner()
        for _ in 0..<4 {
            var browser = try Browser(at: now)
            try browser.signIn(ada)
            for code in [app.code(at: now, steps: -1), "12345", app.code(at: now, steps: -1), ""] {
                #expect(try browser.press("Verify and sign in", ["code": code]).contains("That code did not match"))
            }
        }
        #expect(try guess(ada, app, 14, at: now) == 10)
    }

    @Test func `The owner is told at the next sign-in, but not of their own slip`() throws {
        let (ada, app, codes, _) = try owner()
        let words = "Somebody gave your password and then a code that did not match"
        var mine = try Browser()
        try mine.signIn(ada)
        try mine.press("Verify and sign in", ["code": "000000"])
        try mine.press("Verify and sign in", ["code": app.code(at: mine.now)])
        #expect(mine.page.path == "/my")
        #expect(!mine.page.contains(words))
        #expect(try guess(ada, app, 1, at: mine.now.advanced(bySeconds: 1)) == 1)
        var next = try Browser(at: mine.now.advanced(bySeconds: 5))
        try next.signIn(ada)
        try next.press("Use recovery code", ["recovery-code": codes[0]])
        #expect(next.page.contains(words))
        #expect(next.page.contains("<a href=\"/my/profile\">change it now</a>"))
        #expect(try next.open("/my/profile").contains("Recovery code refused"))
        #expect(!next.page.contains(words))
    }

    @Test func `At the tenth the owner is told at once, and the guesser's challenges are over`() throws {
        let (ada, app, _, cookies) = try owner()
        var owner = try Browser()
        var waiting = try Browser()
        owner.cookies = cookies
        try waiting.signIn(ada)
        _ = try guess(ada, app, 12, at: owner.now)
        #expect(try owner.open("/my").contains("so many wrong codes that no more were accepted"))
        #expect(try waiting.press("Verify and sign in", ["code": app.code(at: waiting.now)]).path == "/login")
    }

    @Test func `Another password lets the owner's codes be judged again`() throws {
        let (ada, app, _, cookies) = try owner()
        var owner = try Browser()
        owner.cookies = cookies
        _ = try guess(ada, app, 12, at: owner.now)
        let new = "another horse, another staple"
        try owner.open("/my/profile")
        try owner.press("Change password", ["current-password": ada.password, "new-password": new])
        var other = try Browser()
        try other.signIn(ada, password: new)
        #expect(try other.press("Verify and sign in", ["code": app.code(at: other.now)]).path == "/my")
    }

    @Test func `Whoever holds a cookie that confirming has replaced is counted too`() throws {
        let ada = try Person()
        var browser = try Browser()
        try browser.signIn(ada)
        try browser.open("/my/profile/two-factor")
        let app = Authenticator(typing: try browser.press("Enable two-factor").text(id: "secret")!)
        let form = try browser.form(with: "Confirm and enable")
        let cookies = browser.cookies
        let code = app.code(at: browser.now)
        try browser.submit(form, ["code": code])
        for _ in 0..<12 {
            var thief = try Browser(at: browser.now)
            thief.cookies = cookies
            #expect(try thief.submit(form, ["code": app.code(at: browser.now, steps: 50)]).path == "/login")
        }
        var doubled = try Browser(at: browser.now)
        doubled.cookies = cookies
        #expect(try doubled.submit(form, ["code": code]).path == "/login")
        #expect(try guess(ada, app, 2, at: browser.now) == 0)
    }
}
