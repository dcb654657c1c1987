import Foundation
import HTTP

@testable import Site

/// People with two-factor who all sign in at one host, and whoever looks after that.
struct Crowd {
    private let host = "host-\(UUID().uuidString)"
    private let people: [Enrolled]

    init(count: Int) throws {
        people = try (0..<count).map { _ in try Enrolled() }
    }

    func browser() throws -> Browser { try Browser(host: host) }

    func store() throws -> Store { try TestInstance.store(TestInstance.server(), node: host) }

    /// Has everybody sign in with the code that a phone shows whose clock is so many steps ahead.
    @discardableResult
    func giveCodes(steps: Int64) throws -> [Browser.Page] {
        try people.map { person in
            var browser = try browser()
            try browser.signIn(person.person)
            return try browser.press("Verify and sign in", ["code": person.app.code(at: browser.now, steps: steps)])
        }
    }

    func health() throws -> (status: Int, body: String) {
        var browser = try browser()
        browser.now = .present
        let page = try browser.open("/health", headers: ["OPERATOR": "1"])
        return (page.status, page.html)
    }

    func console(_ admin: Person) throws -> Browser.Page {
        var browser = try browser()
        return try browser.signIn(admin)
    }
}
