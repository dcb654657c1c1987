import Authentication
import HTTP
import Testing

@testable import Site

extension Administration {
    @Suite struct `What the console says of the sites behind the gate` {
        private let wiki = "https://wiki.example.net/"
        private let blog = "http://blog.localhost:8082/?<b>"

        @Test func `Which command asks them, while nobody has`() throws {
            try forget()
            #expect(try overview().contains("Never asked"))
            #expect(try overview().contains("vestibule protect probe --record"))
        }

        @Test func `That all are shut, each by its address`() throws {
            let page = try overview(after: [(wiki, .shut, ""), (blog, .shut, "")])
            #expect(page.contains("emerald\">All shut</span>"))
            #expect(page.contains("<li><div>\(wiki)</div><span class=\"badge emerald\">Shut</span></li>"))
            #expect(page.contains("<li><div>http://blog.localhost:8082/?&lt;b&gt;</div>"))
            #expect(page.contains("Last asked for without a session: <time "))
            #expect(!page.contains("notice rose") && !page.contains("every hour"))
        }

        @Test func `That one is open, above everything else`() throws {
            let page = try overview(after: [(wiki, .open, "a browser gets 200"), (blog, .notTried, "no route")])
            #expect(page.contains("notice rose") && page.contains("lets in whoever comes"))
            #expect(page.contains("rose\">1 door is open</span>"))
            #expect(
                page.contains("\(wiki)<p class=\"hint\">a browser gets 200</p></div><span class=\"badge rose\">Open"))
            #expect(page.contains("no route</p></div><span class=\"badge amber\">Not tried</span>"))
            #expect(try overview(after: [(wiki, .open, ""), (blog, .open, "")]).contains("2 doors are open"))
        }

        @Test func `That one could not be tried`() throws {
            let page = try overview(after: [(wiki, .shut, ""), (blog, .notTried, "no route")])
            #expect(page.contains("amber\">1 not tried</span>") && !page.contains("notice rose"))
        }

        @Test(arguments: [(7_195, false), (7_210, true)])
        func `That the last answer is old, after two hours`(seconds: Int64, isOld: Bool) throws {
            let page = try overview(after: [(wiki, .shut, "")], seconds)
            #expect(page.contains("amber\">Out of date</span>") == isOld)
            #expect(page.contains("That should be every hour") == isOld)
            #expect(page.contains("emerald\">All shut</span>") != isOld)
        }

        @Test func `Nothing where there is none`() throws {
            let alone = try #require(SiteIdentity(name: "Vestibule", url: "https://id.example.org"))
            let doors = SiteDoors(alone, nil, at: Instant(seconds: 0))
            #expect(doors.card == nil && doors.warning == nil)
        }

        /// The console's first page, so many seconds after a probe.
        private func overview(
            after doors: [(String, ProbeRecord.Outcome, String)] = [], _ seconds: Int64 = 5
        ) throws -> String {
            var admin = try Browser()
            if !doors.isEmpty {
                let found = doors.map { ProbeRecord.Door(address: $0.0, outcome: $0.1, words: $0.2) }
                let at = admin.now.advanced(bySeconds: -seconds)
                try TestInstance.store().keep(ProbeRecord(at: at, doors: found))
            }
            try admin.signIn(try Person(role: .admin))
            return admin.page.html
        }

        private func forget() throws {
            let store = try TestInstance.store()
            try store.keep(ProbeRecord(at: Instant(seconds: 0), doors: []))
        }
    }
}
