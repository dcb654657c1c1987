import HTTP
import MariaDB
import Testing

@testable import Site

/// Checks that arrive together, as a page and its pictures are asked for.
@Suite struct `Checks that arrive together` {
    /// Asks for each of the browsers, at the site beside it, in one batch.
    private func answers(_ asked: [(browser: [String: String], site: String)], at now: Instant) throws -> [String] {
        var site = try TestInstance.site()
        let requests = try asked.map { try request(of: $0.browser, at: $0.site, now) }
        // Before its first answer a worker looks nothing up.
        _ = site.respond(to: try request(of: [:], at: TestSite.own, now))
        site.lookAhead(to: requests)
        return requests.map { told(site.respond(to: $0)) }
    }

    private func request(of cookies: [String: String], at site: String, _ now: Instant) throws -> Request {
        let cookie = cookies.map { "\($0)=\($1)" }.joined(separator: "; ")
        let parameters = [
            "REQUEST_METHOD": "GET", "DOCUMENT_URI": "/auth/check", "SITE": site, "HTTP_COOKIE": cookie,
        ]
        return try Request(Parameters(parameters.mapValues { Array($0.utf8) }), body: [], receivedAt: now)
    }

    /// Who passes, or how nobody does.
    private func told(_ response: Response) -> String {
        response.headers.first { $0.name == "Remote-User" }?.value ?? "\(response.status.rawValue)"
    }

    /// Somebody who is signed in at the own site, the blog and the wiki.
    private func signedIn(_ person: Person) throws -> [String: String] {
        var browser = try Browser()
        try browser.signIn(person)
        try browser.enter(TestSite.blog)
        try browser.enter(TestSite.wiki)
        return browser.cookies
    }

    @Test func `Are answered each for itself, whatever stands beside it`() throws {
        let ada = try Person(), bob = try Person()
        let adas = try signedIn(ada), bobs = try signedIn(bob)
        let now = try Browser().now
        let swapped = ["vestibule-8082-site": bobs["__Host-vestibule-site"]!, "vestibule-8080-session": "A"]
        let asked = [
            (adas, TestSite.blog), (bobs, TestSite.blog), (adas, TestSite.own), (bobs, TestSite.own),
            (bobs, TestSite.wiki), (swapped, TestSite.blog), (swapped, TestSite.own), ([:], TestSite.blog),
        ]
        let wanted = [ada.email, bob.email, ada.email, bob.email, bob.email, "401", "401", "401"]
        #expect(try answers(asked, at: now) == wanted)
        #expect(try answers(asked.reversed(), at: now) == wanted.reversed())
        // The very first check of a session, which copies who it is, may come in a crowd too.
        #expect(try answers([asked[0], asked[0], asked[0]], at: now) == [ada.email, ada.email, ada.email])
    }

    @Test func `Know no session that has ended, and none that is too old`() throws {
        let ada = try Person(), bob = try Person()
        let adas = try signedIn(ada), bobs = try signedIn(bob)
        let now = try Browser().now
        let asked = [adas, bobs].flatMap { [($0, TestSite.blog), ($0, TestSite.own)] }
        try TestInstance.store().change(.endSessions, .integer(ada.account().id))
        #expect(try answers(asked, at: now) == ["401", "401", bob.email, bob.email])
        #expect(try answers(asked, at: now.advanced(bySeconds: 86_400 * 2)) == ["401", "401", "401", "401"])
    }

    @Test func `Are asked for anew after the next look, and each alone as well as together`() throws {
        let ada = try Person()
        let adas = try signedIn(ada)
        let now = try Browser().now
        var site = try TestInstance.site()
        let check = try request(of: adas, at: TestSite.blog, now)
        let own = try request(of: adas, at: TestSite.own, now)
        #expect(told(site.respond(to: check)) == ada.email)
        site.lookAhead(to: [check, own, check])
        #expect([check, own, check].map { told(site.respond(to: $0)) } == [ada.email, ada.email, ada.email])
        try TestInstance.store().change(.endSessions, .integer(ada.account().id))
        for crowd in [[check], [check, check], [own, check]] {
            site.lookAhead(to: crowd)
            #expect(crowd.map { told(site.respond(to: $0)) } == crowd.map { _ in "401" })
        }
    }
}
