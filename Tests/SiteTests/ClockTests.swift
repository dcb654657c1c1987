import Authentication
import Foundation
import HTTP
import Testing

@testable import Site

@Suite struct `The clock of a server` {
    @Test func `Ten people's codes show that it is wrong, to the operator alone, until they match again`() throws {
        let crowd = try Crowd(count: 10)
        let admin = try Person("Grace Hopper", role: .admin)
        #expect(try crowd.health() == (200, "ok\n"))
        #expect(try crowd.console(admin).contains("Not judged yet"))

        for page in try crowd.giveCodes(steps: 10) {
            #expect(page.contains("That code did not match") && !page.contains("clock"))
        }
        let sentence = "The clock is about 300 s slow, by the codes of the last 10 people: most of them are refused."
        let health = try crowd.health()
        #expect(health.status == 503 && health.body.hasPrefix("\(sentence) Set it: `timedatectl`"))
        #expect(health.body.utf8.filter { $0 == UInt8(ascii: "\n") }.count == 1)
        let console = try crowd.console(admin)
        #expect(console.contains("class=\"notice rose\"") && console.contains(sentence))
        #expect(console.contains("<code>timedatectl</code>"))
        #expect(try Crowd(count: 0).health() == (200, "ok\n"))

        try crowd.giveCodes(steps: 2)
        #expect(try crowd.health().body.contains("about 60 s slow"))

        #expect(try crowd.giveCodes(steps: 0).allSatisfy { $0.path == "/my" })
        #expect(try crowd.health() == (200, "ok\n"))
        #expect(try crowd.console(admin).contains("with the phones of the last 10 people"))
        // They are let in with the code of the step to come, too, which shows that the clock begins to be slow.
        try crowd.giveCodes(steps: 1)
        let slow = try crowd.health()
        #expect(slow.status == 200 && slow.body.contains("about 30 s slow"))
        #expect(try crowd.console(admin).contains("class=\"notice amber\""))
    }

    @Test func `One person far off, and one who guesses, show nothing`() throws {
        let crowd = try Crowd(count: 1)
        let others = try (0..<10).map { _ in try Person().account().user }
        try crowd.store().keep(0, by: others)
        try crowd.giveCodes(steps: 12)
        #expect(try crowd.health() == (200, "ok\n"))
        // A code that fits no step within ten minutes says nothing: neither does it count, nor take back what did.
        try crowd.store().forgetClockReadings()
        try crowd.store().keep(12, by: others.dropLast())
        try crowd.giveCodes(steps: 1_000)
        #expect(try crowd.health() == (200, "ok\n"))
        try crowd.giveCodes(steps: 12)
        try crowd.giveCodes(steps: 1_000)
        #expect(try crowd.health().status == 503)
    }

    @Test func `Codes that are refused while people set up their phones count too, and show whose clock is wrong`()
        throws
    {
        let crowd = try Crowd(count: 0)
        for number in 0..<12 {
            var browser = try crowd.browser()
            try browser.signIn(Person())
            try browser.open("/my/profile/two-factor")
            let app = Authenticator(typing: try browser.press("Enable two-factor").text(id: "secret")!)
            let page = try browser.press("Confirm and enable", ["code": app.code(at: browser.now, steps: 4)])
            #expect(
                page.contains(
                    number < 9 ? "Your phone's clock is about 2 minutes fast" : "This server's clock is wrong"))
        }
        #expect(try crowd.health().body.contains("about 120 s slow"))
    }

    @Test func `What codes said of it is forgotten when it is set, and after hours`() throws {
        let crowd = try Crowd(count: 0)
        let store = try crowd.store()
        let now = Instant.present
        let people = try (0..<10).map { _ in try Person().account().user }
        try store.keep(-7, by: people, at: now)
        #expect(try store.clock(at: now).crowd?.secondsAhead == 210)
        #expect(try store.clock(at: now.advanced(bySeconds: CrowdClock.memory)).crowd == nil)
        #expect(try store.clock(at: now.advanced(bySeconds: -1)).crowd == nil)
        try store.forgetClockReadings()
        #expect(try store.clock(at: now).crowd == nil)
        let before = now.advanced(bySeconds: -CrowdClock.memory)
        try store.keep(-7, by: people, at: before)
        #expect(try store.clock(at: before).crowd != nil)
        try store.tidy(at: now)
        #expect(try store.clock(at: before).crowd == nil)
    }

    @Test func `A host that was started anew is judged by the codes that it was given since`() throws {
        let boots = ["before", "after"].map { "\($0)-\(UUID().uuidString)" }
        let people = try (0..<10).map { _ in try Person().account().user }
        let before = try TestInstance.store(TestInstance.server(), boot: boots[0])
        try before.keep(10, by: people)
        #expect(try before.clock(at: .present).crowd?.secondsAhead == -300)
        let after = try TestInstance.store(TestInstance.server(), boot: boots[1])
        #expect(try after.clock(at: .present).crowd == nil)
    }

    @Test(arguments: [
        (40, 503, "s ahead of the database's: codes are refused until both agree."),
        (-40, 503, "s behind the database's: codes are refused until both agree."),
        (9, 200, "s ahead of the database's."), (0, 200, "ok\n"),
    ])
    func `Is held against the database's`(seconds: Int64, status: Int, words: String) throws {
        var browser = try Browser(at: Instant.present.advanced(bySeconds: seconds), host: "host-\(UUID().uuidString)")
        let page = try browser.open("/health", headers: ["OPERATOR": "1"])
        #expect(page.status == status)
        #expect(page.html.contains(words))
    }

    @Test func `A database that is slow to answer shows no difference`() throws {
        let store = try TestInstance.store()
        func ahead(_ seconds: Int64, askedAgo wait: Int64) throws -> Int64 {
            let asked = Instant.present.advanced(bySeconds: seconds - wait)
            return try store.clock(at: asked, since: .now - .seconds(wait)).microsecondsAheadOfDatabase
        }
        #expect(try ahead(0, askedAgo: 4) == 0)
        #expect(try ahead(-4, askedAgo: 0) <= -3_900_000)
        #expect(try ahead(-9, askedAgo: 4) <= -8_900_000)
        #expect(try ahead(9, askedAgo: 4) > 3_000_000)
    }

    @Test func `The word of the system alone is a hint, which people's codes overrule`() throws {
        func findings(_ steps: Int?, isSynchronised: Bool?) -> [ClockFinding] {
            ClockState(
                microsecondsAheadOfDatabase: 0,
                crowd: steps.flatMap { CrowdClock(steps: Array(repeating: $0, count: 10)) },
                isSynchronised: isSynchronised
            ).findings
        }
        #expect(findings(nil, isSynchronised: nil).isEmpty)
        #expect(findings(nil, isSynchronised: true).isEmpty)
        #expect(findings(nil, isSynchronised: false) == [.isUnsynchronised])
        #expect(!ClockFinding.isUnsynchronised.refusesCodes)
        #expect(findings(-1, isSynchronised: false).isEmpty)
        #expect(findings(5, isSynchronised: false).count == 2)
    }
}

extension Store {
    /// Writes down what the codes of some people said.
    fileprivate borrowing func keep(_ steps: Int, by people: some Sequence<User>, at now: Instant = .present) throws {
        for person in people { try keepClockReading(steps, by: person, at: now) }
    }
}
