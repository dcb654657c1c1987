import Authentication
import HTTP
import MariaDB

@testable import Site

/// Ada and Grace, who administers; and what the audit log has said of them so far.
final class Story {
    let ada: Person
    let grace: Person
    let store: Store
    var browser: Browser
    var admin: Browser
    var app = Authenticator(typing: "")
    var codes: [String] = []
    private var last: Int64

    init() throws {
        store = try TestInstance.store()
        last = try store.lastAuditID()
        ada = try Person()
        grace = try Person("Grace Hopper", role: .superAdmin)
        browser = try Browser()
        admin = try Browser()
    }

    /// What the log says of the two that it did not say when it was asked last, the oldest first.
    func news() throws -> [Event] {
        let people = try [ada, grace].map { try $0.account() }
        let rows = try people.flatMap { try store.audit(AuditFilter(person: $0), 500) }.filter { $0.position.id > last }
        last = rows.map(\.position.id).max() ?? last
        let events = Dictionary(rows.map { ($0.position.id, Event(rawValue: $0.event)!) }) { first, _ in first }
        return events.sorted { $0.key < $1.key }.map(\.value)
    }

    /// Changes a column of Ada's authenticator, as nobody but an intruder does.
    func tamper(_ change: String, in table: String = "authenticators") throws {
        let root = try Connection(to: TestInstance.root(database: "vestibule_vault"))
        try root.change("UPDATE \(table) SET \(change) WHERE account_id = \(try ada.account().id)")
    }

    /// Has Ada set up two-factor, with a phone and recovery codes that the story keeps.
    func enrolAda() throws {
        try browser.signIn(ada)
        (app, codes) = try browser.enrol()
    }

    func administer(_ caption: String, _ fields: [String: String] = [:]) throws {
        try admin.open("/admin/people/\(ada.account().id)")
        try admin.press(caption, fields)
    }
}
