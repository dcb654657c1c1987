import Authentication
import Foundation
import HTTP
import Testing

@testable import Site

extension Administration {
    @Suite struct `The audit log in the console` {
        @Test func `Says who did what, to whom, when and from where`() throws {
            let ada = try Person("Ada <b>Lovelace</b>")
            var browser = try Browser()
            browser.userAgent = "Mozilla\u{202E}"
            try browser.signIn(ada, password: "wrong")
            var admin = try Browser.ofAdministrator()
            let page = try admin.look("person=\(ada.email)")
            #expect(page.contains("<strong>Password refused</strong> <span class=\"badge rose\">Refused</span>"))
            #expect(page.contains("For Ada &lt;b&gt;Lovelace&lt;/b&gt; (\(ada.email))"))
            #expect(page.contains("From \(browser.address)"))
            #expect(page.contains("title=\"\(Moment(browser.now).milliseconds)\""))
            #expect(page.contains("Account made"))
        }

        @Test func `A filter that says two things shows nothing`() throws {
            var admin = try Browser.ofAdministrator()
            for path in ["/admin/audit", "/admin/audit.csv"] {
                let query = ["QUERY_STRING": "event=signed-in&event=signed-out"]
                #expect(try admin.send("GET", path, body: "", headers: query).status == 400)
            }
        }

        @Test func `Is filtered by person, event, address and time, and by all of them together`() throws {
            // A minute in which nothing else has happened.
            let start = Int64.random(in: 16_000_000..<26_000_000) * 60
            let ada = try Person(refused: 9, from: start)
            let (second, minute) = (
                Moment(Instant(seconds: start + 1)).machine, Moment(Instant(seconds: start)).machine.prefix(16)
            )
            var admin = try Browser.ofAdministrator()
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
            var admin = try Browser.ofAdministrator()
            for path in ["/admin/audit", "/admin/audit.csv"] {
                let page = try admin.look("address=192.0.2.7&\(field)=\(typed.addingPercentEncoding(withAllowedCharacters: .alphanumerics)!)", at: path)
                #expect(page.status == 422)
                #expect(page.contains(sentence))
                #expect(page.contains("value=\"192.0.2.7\""))
                if field != "event" { #expect(page.contains("value=\"\(typed.replacing("\"", with: "&quot;").replacing("<", with: "&lt;").replacing(">", with: "&gt;"))\"")) }
            }
        }

        @Test func `Pages show everything once in either direction, also while more is happening`() throws {
            let ada = try Person(refused: 230)
            let id = try ada.account().user.id
            let store = try TestInstance.store()
            var admin = try Browser.ofAdministrator()
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
    }
}
