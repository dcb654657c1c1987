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

        @Test func `Is closed to everybody else, and says so`() throws {
            let ada = try Person()
            var browser = try Browser()
            #expect(try browser.signIn(ada).path == "/my")
            #expect(!browser.page.contains("/admin"))
            #expect(try browser.open("/admin").status == 403)
            #expect(browser.page.contains("This page is for administrators"))
        }
    }
}
