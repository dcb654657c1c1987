import HTTP
import Testing

@testable import Site

@Suite struct `Changing the password` {
    @Test func `The current one is asked for, and the new one counts from then on`() throws {
        let ada = try Person()
        var other = try Browser()
        try other.signIn(ada)
        var browser = try Browser()
        try browser.signIn(ada)
        try browser.enter(TestSite.blog)
        var thief = try Browser()
        thief.cookies = browser.cookies
        try browser.open("/my/profile")
        let new = "another horse, another staple"
        let page = try browser.press("Change password", ["current-password": ada.password, "new-password": new])
        #expect(page.path == "/my/profile")
        #expect(page.contains("Your password is changed."))
        #expect(try other.open("/my").path == "/login")
        #expect(try thief.visit(TestSite.blog).path == "/login")
        var later = try Browser()
        #expect(try later.signIn(ada).status == 422)
        #expect(try later.signIn(ada, password: new).path == "/my")
    }

    @Test(arguments: [
        ("wrong password", "another horse, another staple", "Password did not match."),
        ("a horse, a battery, a staple", "eleven char", "Choose a password of at least 12 characters."),
        ("a horse, a battery, a staple", "Password12345", "This password is a common one"),
        ("a horse, a battery, a staple", "AdaLovelace2026!", "own name or a part of it. Choose another."),
    ])
    func `A wrong or a short one changes nothing and says so`(current: String, new: String, sentence: String) throws {
        let ada = try Person()
        var browser = try Browser()
        try browser.signIn(ada)
        try browser.open("/my/profile")
        let page = try browser.press("Change password", ["current-password": current, "new-password": new])
        #expect(page.status == 422)
        #expect(page.contains(sentence))
        #expect(!page.contains(new))
        var later = try Browser()
        #expect(try later.signIn(ada).path == "/my")
    }

    @Test(arguments: [64, 1_024])
    func `The new one is taken whole, as it was typed`(count: Int) throws {
        let ada = try Person()
        var browser = try Browser()
        try browser.signIn(ada)
        try browser.open("/my/profile")
        let new = "Any Horse" + String(repeating: "z", count: count - 9)
        try browser.press("Change password", ["current-password": ada.password, "new-password": new])
        for other in [String(new.dropLast()), new.dropLast() + "y", new + " ", new.lowercased()] {
            var later = try Browser()
            #expect(try later.signIn(ada, password: other).status == 422)
        }
        var later = try Browser()
        #expect(try later.signIn(ada, password: new).path == "/my")
    }

    @Test func `Two-factor stays as it is`() throws {
        let ada = try Person()
        var browser = try Browser()
        try browser.signIn(ada)
        _ = try browser.enrol()
        try browser.open("/my/profile")
        try browser.press(
            "Change password", ["current-password": ada.password, "new-password": "another horse, another staple"])
        #expect(try browser.open("/my/profile/two-factor").badge == "Enabled")
    }
}

@Suite struct `The signed-in browsers` {
    @Test func `Are listed with what they are, and can be signed out one by one`() throws {
        let ada = try Person()
        var phone = try Browser()
        phone.userAgent = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile Safari/604.1"
        try phone.signIn(ada)
        var browser = try Browser()
        browser.userAgent = "Mozilla/5.0 (X11; Linux x86_64) <b>Firefox/140.0"
        try browser.signIn(ada)
        let page = try browser.open("/my/profile")
        #expect(page.contains("Safari on iPhone"))
        #expect(page.contains("Firefox on Linux</strong> — this browser"))
        #expect(!page.contains("<b>"))
        let signOut = try browser.form(with: "\"Sign out Safari on iPhone\">Sign out", under: "sessions/end")
        #expect(try !browser.submit(signOut).contains("Safari on iPhone"))
        #expect(try phone.open("/my").path == "/login")
        #expect(try browser.open("/my/profile").path == "/my/profile")
        #expect(try browser.submit(browser.form(with: "Sign out", under: "sessions/end")).path == "/login")
    }

    @Test func `Can all be signed out but this one`() throws {
        let ada = try Person()
        var others: [[String: String]] = []
        for _ in 0..<2 {
            var other = try Browser()
            try other.signIn(ada)
            others.append(other.cookies)
        }
        var browser = try Browser()
        try browser.signIn(ada)
        try browser.open("/my/profile")
        #expect(try browser.press("Sign out everywhere else").path == "/my/profile")
        for cookies in others {
            var other = try Browser()
            other.cookies = cookies
            #expect(try other.open("/my").path == "/login")
        }
        #expect(try browser.open("/my").path == "/my")
    }

    @Test func `Are fifty, and one more signs out the one that signed in longest ago`() throws {
        let ada = try Person()
        var kept: [[String: String]] = []
        for ordinal in 0..<49 {
            var browser = try Browser()
            browser.now = browser.now.advanced(bySeconds: Int64(ordinal) - 60)
            try browser.signIn(ada)
            kept.append(browser.cookies)
        }
        var oldest = try Browser()
        oldest.now = oldest.now.advanced(bySeconds: -120)
        try oldest.signIn(ada)
        oldest.now = oldest.now.advanced(bySeconds: 120)
        #expect(try oldest.open("/my").path == "/my")
        var newest = try Browser()
        #expect(try newest.signIn(ada).path == "/my")
        #expect(try oldest.open("/my").path == "/login")
        for cookies in kept + [newest.cookies] {
            var browser = try Browser()
            browser.cookies = cookies
            #expect(try browser.open("/my").path == "/my")
        }
    }

    @Test func `Of somebody else cannot be signed out`() throws {
        let ada = try Person()
        var victim = try Browser()
        try victim.signIn(ada)
        let lineage = try TestInstance.store().browsers(of: ada.account().user, at: victim.now)[0].lineage
        let eve = try Person("Eve")
        var other = try Browser()
        try other.signIn(eve)
        var mallory = try Browser()
        try mallory.signIn(eve)
        try mallory.open("/my/profile")
        var form = try mallory.form(with: "Sign out", under: "sessions/end")
        form.fields["session"] = hexadecimal(lineage)
        try mallory.submit(form)
        #expect(try victim.open("/my").path == "/my")
    }
}

@Suite struct `The recent security events` {
    @Test func `Tell what happened to the account`() throws {
        let ada = try Person()
        var browser = try Browser()
        try browser.signIn(ada, password: "not the password")
        try browser.signIn(ada)
        _ = try browser.enrol()
        let page = try browser.open("/my/profile")
        for sentence in ["Password refused", "Signed in with the password", "Two-factor enabled"] {
            #expect(page.contains(sentence))
        }
    }
}
