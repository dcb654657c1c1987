import HTTP
import MariaDB
import Secrets
import Testing

@testable import Site

extension Administration {
    /// The keys are everybody's, so nobody else is there meanwhile but who is in the story.
    @Suite struct `Replacing the key` {
        @Test func `Everybody's second factor works on, and nothing is left under the key of before`() throws {
            var keys = try Keys.fresh()
            let people = try (0..<3).map { _ in try Enrolled() }
            let (old, new) = try keys.rotate()
            #expect(try keys.use(of: new)[.secondFactor] >= 3)
            #expect(try keys.use(of: old)[.secondFactor] == 0)
            for person in people { _ = try person.signedIn() }
            for person in people { _ = try person.signedInByRecoveryCode() }
        }

        @Test func `While people sign in, enrol and disable, nobody is refused`() async throws {
            _ = try Keys.fresh()
            let people = try (0..<3).map { _ in try Enrolled() }
            let acts = people.map { person in { @Sendable in try comeAndGo(person) } } + [{ @Sendable in try rotate() }]
            try await together(acts)
            for person in people { _ = try person.signedInByRecoveryCode(7) }
        }

        @Test func `A key that was added opens before it is begun, and writes from then on`() throws {
            let ada = try Enrolled()
            var keys = try Keys()
            let old = keys.store.vault.current
            let new = try keys.store.addKey()
            #expect(keys.store.waitingKey == new)
            #expect(try keys.use(of: new).state == .waiting)
            var browser = try Browser(at: ada.now)
            try browser.signIn(ada.person)
            #expect(try keys.use(of: new)[.password] == 0)
            try keys.begin(new)
            #expect(try keys.use(of: old).state == .older && keys.use(of: new).state == .current)
            #expect(try keys.reseal() > 0)
            // The worker of this browser has not looked since: it reads what is under the new key already.
            let page = try browser.press("Verify and sign in", ["code": ada.app.code(at: ada.now)])
            #expect(page.path == "/my")
            _ = try ada.signedInByRecoveryCode()
            #expect(try keys.use(of: new)[.password] == 1)
        }

        @Test func `A worker that has answered nobody yet takes up the keys of its first request`() throws {
            let ada = try Person()
            var browser = try Browser()
            var keys = try Keys()
            for _ in 0..<2 { _ = try keys.rotate() }
            #expect(try browser.signIn(ada).path == "/my")
            #expect(try browser.enrol().codes.count == 8)
        }

        @Test func `Cut short, it goes on where it stopped`() throws {
            var keys = try Keys.fresh()
            let people = try (0..<2).map { _ in try Enrolled() }
            let old = keys.store.vault.current
            let root = try Connection(to: TestInstance.root(database: "vestibule_vault"))
            let row = "account_id = \(try people[0].person.account().id)"
            let sealed = try root.rows("SELECT sealed_key FROM authenticators WHERE \(row)")[0].bytes("sealed_key")
            _ = try keys.rotate()
            try root.change("UPDATE authenticators SET sealed_key = ? WHERE \(row)", [.bytes(sealed)])
            #expect(try keys.use(of: old)[.secondFactor] == 1)
            var again = try Keys()
            #expect(again.store.waitingKey == nil)
            #expect(try again.reseal() == 1)
            for person in people { _ = try person.signedIn() }
        }

        @Test func `What was damaged stays as it is, and is named`() throws {
            let story = try Story()
            try story.enrolAda()
            try story.tamper("sealed_key = REVERSE(sealed_key)")
            _ = try story.news()
            var keys = try Keys()
            _ = try keys.rotate()
            #expect(keys.damaged.contains(story.ada.email))
            #expect(try story.news() == [.secretDamaged])
            _ = try story.store.resetSecondFactor(
                of: story.ada.account().id, by: .commandLine, on: .commandLine(at: story.browser.now))
        }

        @Test func `A form and a doubled post of before are good after it`() throws {
            let ada = try Enrolled()
            var browser = try Browser(at: ada.now)
            try browser.signIn(ada.person)
            let form = try browser.form(with: "Verify and sign in")
            let (cookies, code) = (browser.cookies, ada.app.code(at: ada.now))
            var keys = try Keys()
            _ = try keys.rotate()
            browser.now = ada.now.advanced(bySeconds: 1)
            #expect(try browser.submit(form, ["code": code]).path == "/my")
            _ = try keys.rotate()
            var doubled = try Browser(at: browser.now)
            doubled.cookies = cookies
            #expect(try doubled.submit(form, ["code": code]).path == "/my")
            let session = TestInstance.identity.cookieName(.session)
            #expect(doubled.cookies[session] == browser.cookies[session])
        }

        @Test func `A password comes under it at the next sign-in, and recovery codes when new ones are made`() throws {
            let ada = try Enrolled()
            var keys = try Keys()
            let (old, _) = try keys.rotate()
            let before = try keys.use(of: old)
            var browser = try ada.signedIn()
            #expect(try keys.use(of: old)[.password] == before[.password] - 1)
            try browser.open("/my/profile/two-factor/recovery-codes")
            try browser.press("Generate new codes")
            #expect(try keys.use(of: old)[.recoverySet] == before[.recoverySet] - 1)
        }

        @Test func `The audit log says so, and verifies under all keys`() throws {
            var keys = try Keys()
            let (_, new) = try keys.rotate()
            let entry = try keys.store.audit(AuditFilter(event: .keyBegun), 1)[0]
            #expect(entry.detail == Array("key \(new.rawValue)".utf8))
            let last = try keys.store.lastAuditID()
            for row in try keys.store.auditRows(after: last - 20, through: last) {
                let isAuthentic = row.isAuthentic(keys.store.vault)
                #expect(isAuthentic)
            }
        }
    }
}

/// Replaces the key, as slowly as the command does.
private func rotate() throws {
    var keys = try Keys()
    let (old, _) = try keys.rotate(patience: 2)
    _ = try keys.reseal()
    guard try keys.use(of: old)[.secondFactor] == 0 else { throw StillUnder(key: old.rawValue) }
}

private struct StillUnder: Error {
    let key: UInt32
}

/// Uses up recovery codes and enrols somebody else each time, while the key is replaced.
private func comeAndGo(_ person: Enrolled) throws {
    for index in 0..<4 {
        _ = try person.signedInByRecoveryCode(index)
        let other = try Person()
        var browser = try Browser()
        try browser.signIn(other)
        browser.now = .present
        let codes = try browser.enrol().codes
        guard codes.count == 8 else { throw Enrolled.Refused(page: browser.page) }
        browser.now = .present
        try browser.open("/my/profile/two-factor")
        try browser.press("Disable two-factor", ["current-password": other.password])
        guard browser.page.badge == "Not configured" else { throw Enrolled.Refused(page: browser.page) }
    }
}
