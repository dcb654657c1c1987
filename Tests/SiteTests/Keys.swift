import Authentication
import Foundation
import HTTP
import MariaDB
import Secrets

@testable import Site

/// The keys of the test instance, as its operator's command changes them.
struct Keys: ~Copyable {
    var store: Store
    /// Whose second factors did not open when they were sealed anew.
    private(set) var damaged: [String] = []

    init() throws {
        var checked = try TestInstance.store(TestInstance.server(user: "vestibule_migrate"))
        try checked.check()
        store = checked
    }

    /// The same once there is a fresh key, under which nothing stands that other tests have left.
    static func fresh() throws -> Keys {
        var keys = try Keys()
        _ = try keys.rotate()
        return keys
    }

    /// Puts a fresh key in the place of the current one, waiting in between for so many seconds.
    mutating func rotate(patience: UInt32 = 0) throws -> (old: KeyID, new: KeyID) {
        let old = store.vault.current
        let new = try store.addKey()
        sleep(patience)
        try begin(new)
        sleep(patience)
        _ = try reseal()
        return (old, new)
    }

    mutating func begin(_ key: KeyID) throws { try store.begin(key, on: .commandLine(at: Instant.present)) }

    mutating func reseal() throws -> Int {
        var accounts: [String] = []
        let count = try store.reseal(on: .commandLine(at: Instant.present)) { accounts.append($0.email.text) }
        damaged += accounts
        return count
    }

    mutating func retire(_ key: KeyID) throws -> KeyRetirement {
        try store.retire(key, on: .commandLine(at: Instant.present))
    }

    func use(of key: KeyID) throws -> KeyUse { try store.keyUses().first { $0.key == key }! }
}

/// Somebody with two-factor enabled.
struct Enrolled {
    let person: Person
    let app: Authenticator
    let codes: [String]
    let now: Instant

    init() throws {
        person = try Person()
        var browser = try Browser()
        try browser.signIn(person)
        (app, codes) = try browser.enrol()
        now = browser.now
    }

    /// A browser that the phone's code has let in.
    func signedIn() throws -> Browser {
        var browser = try Browser(at: now)
        try browser.signIn(person)
        try browser.press("Verify and sign in", ["code": app.code(at: now)])
        guard browser.page.path == "/my" else { throw Refused(page: browser.page) }
        return browser
    }

    /// A browser that a recovery code has let in.
    func signedInByRecoveryCode(_ index: Int = 0) throws -> Browser {
        var browser = try Browser(at: now)
        try browser.signIn(person)
        try browser.press("Use recovery code", ["recovery-code": codes[index]])
        guard browser.page.path == "/my" else { throw Refused(page: browser.page) }
        return browser
    }

    struct Refused: Error {
        let page: Browser.Page
    }
}

extension Instant {
    static var present: Instant { Instant(microseconds: Int64(Date().timeIntervalSince1970 * 1_000_000)) }
}
