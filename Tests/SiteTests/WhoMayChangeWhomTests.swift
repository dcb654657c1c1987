import Authentication
import Foundation
import HTTP
import Testing

@testable import Site

extension Administration {
    @Suite struct `Who may change whom` {
        @Test(arguments: [Role.admin, .itAdmin, .superAdmin])
        func `An administrator is touched by a Super administrator alone`(role: Role) throws {
            let target = try Person(role: role)
            var admin = try Browser()
            try admin.signIn(try Person(role: .admin))
            let id = try target.account().id
            let page = try admin.open("/admin/people/\(id)")
            #expect(page.contains("Only a Super administrator can change the account of an administrator."))
            #expect(!page.contains("/admin/people/\(id)/"))
            for action in ["disable", "enable", "role", "sign-out", "reset-password", "reset-two-factor"] {
                let form = try admin.forged("/admin/people/\(id)/\(action)", ["role": "user", "reason": "because"])
                #expect(try admin.submit(form).status == 409)
            }
            #expect(try target.account().role == role)
            var browser = try Browser()
            #expect(try browser.signIn(target).path == "/admin")
        }

        @Test func `Nobody but a Super administrator makes an administrator, and nobody raises themself`() throws {
            let admin = try Person(role: .itAdmin)
            var browser = try Browser()
            try browser.signIn(admin)
            let email = "p-\(UUID().uuidString.lowercased())@example.test"
            let add = try browser.forged(
                "/admin/people", ["email": email, "name": "Mallory", "role": "super-admin"])
            #expect(try browser.submit(add).contains("Only a Super administrator may make an administrator."))
            #expect(try TestInstance.store().account(EmailAddress(email.utf8)!) == nil)
            for target in [try admin.account().id, try Person().account().id] {
                let raise = try browser.forged("/admin/people/\(target)/role", ["role": "admin"])
                #expect(try browser.submit(raise).status == 409)
            }
            #expect(try admin.account().role == .itAdmin)
        }

        @Test func `An account that does not exist is not found`() throws {
            var admin = try Browser()
            try admin.signIn(try Person(role: .superAdmin))
            for id in ["0", "-1", "01", "+1", "999999999999", "99999999999999999999", "x", "1%20"] {
                #expect(try admin.open("/admin/people/\(id)").status == 404, "\(id)")
                #expect(try admin.submit(admin.forged("/admin/people/\(id)/disable")).status == 404, "\(id)")
            }
        }
    }
}
