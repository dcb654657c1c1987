import HTTP
import Testing

@testable import Site

@Suite struct `Disabling the second factor` {
    @Test func `The right password removes it with its codes`() throws {
        let ada = try Person()
        var browser = try Browser()
        try browser.signIn(ada)
        _ = try browser.enrol()
        let page = try browser.press("Disable two-factor", ["current-password": ada.password])
        #expect(page.badge == "Not configured")
        #expect(page.contains("Two-factor authentication is disabled."))
        #expect(try TestInstance.store().recoveryCodesLeft(of: ada.account().user) == 0)
        #expect(try browser.open("/my/profile/two-factor").contains("is disabled") == false)
        var other = try Browser()
        #expect(try other.signIn(ada).path == "/my")
    }

    @Test func `A wrong password leaves it enabled and says so`() throws {
        var browser = try Browser()
        try browser.signIn(try Person())
        _ = try browser.enrol()
        let page = try browser.press("Disable two-factor", ["current-password": "not the password"])
        #expect(page.status == 422)
        #expect(page.badge == "Enabled")
        #expect(page.contains("Password did not match. Two-factor remains enabled."))
    }
}
