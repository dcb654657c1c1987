import Authentication
import Foundation
import HTTP
import MariaDB
import Testing

@testable import Site

@Suite struct `Whoever guesses a password` {
    private func guess(_ email: String, at now: Instant, from address: String? = nil) throws -> Browser {
        var browser = try Browser(at: now)
        if let address { browser.address = address }
        try browser.open("/login")
        try browser.press("Sign in", ["email": email, "password": "not the password"])
        return browser
    }

    @Test(arguments: [true, false])
    func `Waits longer after each one beyond the tenth, whether or not there is such an account`(exists: Bool) throws {
        let email = exists ? try Person().email : "nobody-\(UUID())@example.test".lowercased()
        var now = try Browser().now
        for _ in 0..<10 { #expect(try guess(email, at: now).page.status == 422) }
        for minutes: Int64 in [1, 2, 4, 8, 15, 15] {
            let browser = try guess(email.uppercased(), at: now)
            #expect(browser.page.status == 429)
            #expect(browser.page.contains("Too many attempts. Try again in \(minutes) minute"))
            #expect(browser.headers["Retry-After"] == "\(minutes * 60)")
            #expect(browser.page.contains("value=\"\(email.uppercased())\""))
            now = now.advanced(bySeconds: minutes * 60)
            #expect(try guess(email, at: now).page.status == 422)
        }
    }

    @Test func `Does not keep the owner out of the browser that they know, nor is cleared by them`() throws {
        let ada = try Person()
        var known = try Browser()
        try known.signIn(ada)
        let now = known.now
        for _ in 0..<10 { _ = try guess(ada.email, at: now) }
        var stranger = try Browser(at: now)
        #expect(try stranger.signIn(ada).status == 429)
        try known.press("Sign out")
        #expect(try known.signIn(ada).path == "/my")
        #expect(try stranger.signIn(ada).status == 429)
        stranger.now = now.advanced(bySeconds: 61)
        #expect(try stranger.signIn(ada).path == "/my")
        #expect(try guess(ada.email, at: stranger.now).page.status == 422)
    }

    @Test func `From one address gets sixty, for whichever accounts`() throws {
        let address = "203.0.113.\(Int.random(in: 1...254))", now = try Browser().now
        let ada = try Person()
        var known = try Browser(at: now)
        known.address = address
        try known.signIn(ada)
        for _ in 0..<60 {
            #expect(try guess("\(UUID())@example.test", at: now, from: address).page.status == 422)
        }
        #expect(try guess("\(UUID())@example.test", at: now, from: address).page.status == 429)
        var stranger = try Browser(at: now)
        stranger.address = address
        #expect(try stranger.signIn(try Person()).status == 429)
        try known.press("Sign out")
        #expect(try known.signIn(ada).path == "/my")
        #expect(try stranger.signIn(ada).status == 429)
        stranger.now = now.advanced(bySeconds: 901)
        #expect(try stranger.signIn(ada).path == "/my")
    }

    @Test func `From a blocked address leaves nothing behind about whom they try`() throws {
        let address = "203.0.114.\(Int.random(in: 1...254))", now = try Browser().now
        for _ in 0..<60 { _ = try guess("\(UUID())@example.test", at: now, from: address) }
        let email = "\(UUID())@example.test".lowercased()
        #expect(try guess(email, at: now, from: address).page.status == 429)
        let throttle = Throttle.password(of: EmailAddress(email.utf8)!, in: nil)
        let root = try Connection(to: TestInstance.root(database: "vestibule"))
        #expect(try root.rows("SELECT 1 AS one FROM throttles WHERE id = ?", [.bytes(throttle.id)]).isEmpty)
    }

    @Test func `Has a whole network of IPv6 as one address`() throws {
        let network = "2001:db8:\(String(Int.random(in: 1...65_000), radix: 16)):1", now = try Browser().now
        for number in 0..<60 { _ = try guess("\(UUID())@example.test", at: now, from: "\(network)::\(number)") }
        #expect(try guess("\(UUID())@example.test", at: now, from: "\(network):ffff::1").page.status == 429)
        #expect(try guess("\(UUID())@example.test", at: now, from: "2001:db8::1").page.status == 422)
    }

    @Test func `Through a session waits too`() throws {
        let ada = try Person()
        var browser = try Browser()
        try browser.signIn(ada)
        _ = try browser.enrol()
        try browser.open("/my/profile/two-factor")
        let form = try browser.form(with: "Disable two-factor")
        for _ in 0..<10 {
            #expect(try browser.submit(form, ["current-password": "wrong"]).contains("Password did not match."))
        }
        #expect(try browser.submit(form, ["current-password": ada.password]).contains("Try again in 1 minute."))
        #expect(browser.page.status == 429)
        #expect(browser.headers["Retry-After"] == "60")
        try browser.open("/my/profile")
        try browser.press("Change password", ["current-password": ada.password, "new-password": "another long word"])
        #expect(browser.page.contains("Try again in 1 minute."))
        browser.now = browser.now.advanced(bySeconds: 61)
        try browser.open("/my/profile/two-factor")
        #expect(try browser.press("Disable two-factor", ["current-password": ada.password]).badge == "Not configured")
    }
}
