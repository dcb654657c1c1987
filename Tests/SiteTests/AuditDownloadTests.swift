import Foundation
import HTTP
import Testing

@testable import Site

extension Administration {
    @Suite struct `The audit log as a file` {
        @Test func `Downloads as a file that holds every row once and no formula, and says that it did`() throws {
            let ada = try Person(refused: 1_203)
            var admin = try Browser.ofAdministrator()
            admin.userAgent = "=HYPERLINK(\"http://evil.test\")"
            let query = "person=\(ada.email)&event=code-refused"
            let file = try admin.look(query, at: "/admin/audit.csv")
            #expect(file.status == 200)
            #expect(admin.headers["Content-Type"] == "text/csv; charset=utf-8; header=present")
            #expect(admin.headers["Content-Disposition"]?.hasPrefix("attachment; filename=\"audit-2") == true)
            let lines = file.html.components(separatedBy: "\r\n")
            #expect(lines[0].hasPrefix("\u{FEFF}\"time\",\"event\",\"result\""))
            #expect(
                lines.dropFirst().compactMap { $0.firstMatch(of: /"number (\d+)"/).flatMap { Int($0.output.1) } }
                    == (0..<1_203).reversed())
            let all = try admin.look("from=\(Moment(admin.now).machine)&event=audit-downloaded", at: "/admin/audit.csv")
            #expect(all.html.contains("\"audit-downloaded\",\"done\""))
            #expect(all.html.contains("\"'=HYPERLINK(\"\"http://evil.test\"\")\""))
            #expect(all.html.contains("person=\(ada.email.replacing("@", with: "%40"))&event=code-refused"))
        }

        @Test func `Leaves for the next page what a file cannot say`() throws {
            var admin = try Browser.ofAdministrator()
            _ = try admin.enrol()
            try admin.open("/my/profile/two-factor/recovery-codes")
            let old = try admin.form(with: "Generate new codes")
            try admin.submit(old)
            try admin.send(
                "POST", old.action, body: old.fields.map { "\($0)=\($1)" }.joined(separator: "&"), following: false)
            try admin.look("event=signed-in", at: "/admin/audit.csv")
            #expect(try admin.open("/my/profile/two-factor").contains("role=\"status\""))
        }
    }
}
