import Authentication
import Foundation
import HTTP
import Testing

@testable import Site

extension Administration {
    @Suite struct `The audit log in the console` {
        private func administrator() throws -> Browser {
            var browser = try Browser()
            try browser.signIn(try Person("Grace Hopper", role: .admin))
            return browser
        }

        /// Somebody whose code was refused so many times, three a second, each with its number in the detail.
        private func person(with count: Int, from start: Int64 = 1_790_000_000) throws -> Person {
            let ada = try Person()
            let store = try TestInstance.store()
            let id = try ada.account().user.id
            for number in 0..<count {
                try store.note(
                    .codeRefused, of: id, by: id, on: .commandLine(at: Instant(seconds: start + Int64(number / 3))),
                    detail: "number \(number)")
            }
            return ada
        }

        @Test func `Says who did what, to whom, when and from where`() throws {
            let ada = try Person("Ada <b>Lovelace</b>")
            var browser = try Browser()
            browser.userAgent = "Mozilla\u{202E}"
            try browser.signIn(ada, password: "wrong")
            var admin = try administrator()
            let page = try admin.look("person=\(ada.email)")
            #expect(page.contains("<strong>Password refused</strong> <span class=\"badge rose\">Refused</span>"))
            #expect(page.contains("For Ada &lt;b&gt;Lovelace&lt;/b&gt; (\(ada.email))"))
            #expect(page.contains("From 127.0.0.1"))
            #expect(page.contains("title=\"\(Moment(browser.now).milliseconds)\""))
            #expect(page.contains("Account made"))
        }

        @Test func `Is filtered by person, event, address and time, and by all of them together`() throws {
            // A minute in which nothing else has happened.
            let start = Int64.random(in: 16_000_000..<26_000_000) * 60
            let ada = try person(with: 9, from: start)
            let (second, minute) = (
                Moment(Instant(seconds: start + 1)).machine, Moment(Instant(seconds: start)).machine.prefix(16)
            )
            var admin = try administrator()
            func rows(_ query: String) throws -> Int {
                try admin.look("person=\(ada.email)&" + query).html.matches(of: /number \d/).count
            }
            #expect(try rows("") == 9)
            #expect(try rows("event=code-refused") == 9)
            #expect(try rows("event=signed-in") == 0)
            #expect(admin.page.contains("Nothing like that has happened."))
            #expect(try rows("address=command-line") == 9)
            #expect(try rows("address=command-lin") == 0)
            #expect(try rows("from=\(second)") == 6)
            #expect(try rows("to=\(second)") == 6)
            #expect(try rows("to=\(minute)") == 9)
            #expect(try rows("event=code-refused&address=command-line&from=\(second)&to=\(second)") == 3)
            for filter in [
                "", "&event=code-refused", "&address=command-line", "&address=command-line&event=code-refused",
            ] {
                try admin.look("from=\(minute)&to=\(minute)\(filter)")
                #expect(admin.numbers == (0..<9).reversed(), "\(filter)")
            }
        }

        // swift-format-ignore
        @Test(arguments: [
            ("person", "nobody@example.test", "Nobody here has this address."), ("person", "x'%22<b>", "Nobody here has this address."),
            ("event", "made-up", "Choose one of the events."), ("from", "yesterday", "Enter a time in UTC"), ("to", "2026-02-30", "Enter a time in UTC"),
        ])
        func `Says at the field what it does not understand, and keeps what was typed`(field: String, typed: String, sentence: String) throws {
            var admin = try administrator()
            for path in ["/admin/audit", "/admin/audit.csv"] {
                let page = try admin.look("address=192.0.2.7&\(field)=\(typed.addingPercentEncoding(withAllowedCharacters: .alphanumerics)!)", at: path)
                #expect(page.status == 422)
                #expect(page.contains(sentence))
                #expect(page.contains("value=\"192.0.2.7\""))
                if field != "event" { #expect(page.contains("value=\"\(typed.replacing("\"", with: "&quot;").replacing("<", with: "&lt;").replacing(">", with: "&gt;"))\"")) }
            }
        }

        @Test func `Pages show everything once in either direction, also while more is happening`() throws {
            let ada = try person(with: 230)
            let id = try ada.account().user.id
            let store = try TestInstance.store()
            var admin = try administrator()
            for filter in ["person=\(ada.email)", "person=\(ada.email)&event=code-refused"] {
                try admin.look(filter)
                var numbers = admin.numbers
                while let older = admin.link("Older") {
                    try store.note(.signedOut, of: id, on: .commandLine(at: admin.now))
                    try admin.look(older)
                    numbers += admin.numbers
                }
                #expect(numbers == (0..<230).reversed())
                var back = admin.numbers
                while back.first != 229, let newer = admin.link("Newer") {
                    try admin.look(newer)
                    back = admin.numbers.filter { $0 > back[0] } + back
                }
                #expect(back == (0..<230).reversed())
            }
        }

        @Test func `Downloads as a file that holds every row once and no formula, and says that it did`() throws {
            let ada = try person(with: 1_203)
            var admin = try administrator()
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
            var admin = try administrator()
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

extension Browser {
    /// Opens the log with a query, or its download.
    @discardableResult
    fileprivate mutating func look(_ query: String, at path: String = "/admin/audit") throws -> Page {
        try send("GET", path, body: "", headers: ["QUERY_STRING": query])
    }

    /// The query of a link on the page.
    fileprivate func link(_ words: String) -> String? {
        page.html.firstMatch(of: try! Regex("href=\"/admin/audit\\?([^\"]*)\">\(words)<")).map {
            String($0.output[1].substring!).replacing("&amp;", with: "&")
        }
    }

    /// The numbers in the details on the page.
    fileprivate var numbers: [Int] { page.html.matches(of: /number (\d+)/).compactMap { Int($0.output.1) } }
}
