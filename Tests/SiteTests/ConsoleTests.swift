import Authentication
import HTTP
import Testing

@testable import Site

extension Administration {
    @Suite struct `The console` {
        @Test(arguments: [Role.admin, .itAdmin, .superAdmin])
        func `Is where administrators land`(role: Role) throws {
            var browser = try Browser()
            #expect(try browser.signIn(try Person(role: role)).path == "/admin")
            #expect(browser.page.contains("<h1>Overview</h1>"))
            #expect(try browser.open("/my").contains("href=\"/admin/people\""))
        }

        @Test func `Counts who has two-factor, who must, who runs low, and what was refused`() throws {
            let ada = try Person("Ada Running-Low")
            var browser = try Browser()
            try browser.signIn(ada)
            let codes = try browser.enrol().codes
            for code in codes.prefix(5) {
                try browser.press("Sign out")
                try browser.signIn(ada)
                try browser.press("Use recovery code", ["recovery-code": "AAAA-AAAA"])
                try browser.press("Use recovery code", ["recovery-code": code])
            }
            let store = try TestInstance.store()
            let before = try store.coverage()
            #expect(try store.refusedCodes(since: browser.now.advanced(bySeconds: -60)) >= 5)
            #expect(try store.enabledByWeek(12, until: browser.now.advanced(bySeconds: 1)).last == before.enabled)
            _ = try Person()
            #expect(try store.coverage().without == before.without + 1)
            #expect(before.mustEnrol(SecurityPolicy()) == 0)
            #expect(before.mustEnrol(SecurityPolicy(requiresEveryone: true)) == before.without)
            #expect(before.mustEnrol(SecurityPolicy(requiresAdministrators: true)) == before.administratorsWithout)
            var admin = try Browser()
            try admin.signIn(try Person(role: .admin))
            #expect(admin.page.contains("Ada Running-Low"))
            #expect(admin.page.contains("3 recovery codes left"))
        }

        @Test func `Is closed to everybody else, and says so`() throws {
            let ada = try Person()
            var browser = try Browser()
            #expect(try browser.signIn(ada).path == "/my")
            #expect(!browser.page.contains("/admin"))
            #expect(try browser.open("/admin").status == 403)
            #expect(browser.page.contains("This page is for administrators"))
            #expect(browser.page.contains("Sign out</button>"))
        }
    }
}
