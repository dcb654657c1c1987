import Authentication
import Foundation
import HTTP
import MariaDB
import Synchronization
import Testing

@testable import Site

/// Somebody whose account was imported, and who knows the password of the other system.
private struct Newcomer {
    let email = "p-\(UUID().uuidString.lowercased())@example.test"

    init(_ hash: String) throws {
        let file = AccountFile.read(Array("\(email):\(hash)\n".utf8), named: ".htpasswd", domain: nil)
        try #require(file.refusals.isEmpty)
        try #require(
            TestInstance.store().importAccounts(file.accounts, on: .commandLine(at: Instant(seconds: 1_700_000_000)))
                == .made)
    }

    func account() throws -> Account { try TestInstance.store().account(EmailAddress(email.utf8)!)! }

    /// What the web account may read of the stored hash.
    func parameters() throws -> String {
        let bytes = try TestInstance.store().rows(.passwordParameters, .integer(account().id))[0].bytes("parameters")
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Whether a new browser comes in with `password`.
    func comesIn(with password: String) throws -> Bool { try page(after: password).path == "/my" }

    /// What a new browser shows after `password`.
    func page(after password: String) throws -> Browser.Page {
        var browser = try Browser()
        try browser.open("/login")
        return try browser.press("Sign in", ["email": email, "password": password])
    }
}

@Suite struct `Whoever was imported` {
    @Test(arguments: Hashes.all)
    func `Signs in with the password of before, and has a hash of ours from then on`(
        tool: String, text: String, setting: String
    ) throws {
        let ada = try Newcomer(text)
        #expect(try ada.parameters() == setting)
        #expect(try !ada.comesIn(with: "correct horse batterie"))
        #expect(try ada.parameters() == setting)
        #expect(try ada.comesIn(with: Hashes.password))
        #expect(try ada.parameters().hasPrefix("$argon2id$v=19$m=19456,t=2,p=1,keyid="))
        #expect(try ada.comesIn(with: Hashes.password))
        #expect(try !ada.comesIn(with: "correct horse batterie"))
    }

    @Test func `Signs in sixteen times at the same instant, and one new hash is left`() async throws {
        let ada = try Newcomer(Hashes.php)
        let pages = try await together(16) { try ada.page(after: Hashes.password) }
        // Ten passwords are judged at a time; whoever comes when ten are in hand is told to wait.
        #expect(pages.allSatisfy { $0.path == "/my" || $0.status == 429 })
        #expect(pages.count { $0.path == "/my" } >= 10)
        #expect(try ada.parameters().hasPrefix("$argon2id$v=19$m=19456,t=2,p=1,keyid="))
        #expect(try ada.comesIn(with: Hashes.password))
    }

    @Test func `Has the password that an administrator set while they signed in`() async throws {
        let ada = try Newcomer(Hashes.php)
        let id = try ada.account().id
        let new = "a compiler, a moth, a nanosecond"
        let turn = Mutex(0)
        _ = try await together(9) {
            guard
                turn.withLock({
                    $0 += 1; return $0 == 1
                })
            else { return _ = try ada.comesIn(with: Hashes.password) }
            _ = try TestInstance.store().setPassword(
                Array(new.utf8), of: id, on: .commandLine(at: Instant(seconds: 1_700_000_000)))
        }
        #expect(try ada.comesIn(with: new))
        #expect(try !ada.comesIn(with: Hashes.password))
    }

    @Test func `Has, of what bcrypt saw 72 bytes, the whole password that they type first`() throws {
        let ada = try Newcomer("$2y$04$bx8G.S32PijMKZSQXEvHv.DaHXd9kxlQxgLn4D/Dcg3ficG9PY9Ha")
        let seen = String(repeating: "a", count: 72)
        #expect(try ada.comesIn(with: seen + " typed first"))
        #expect(try !ada.comesIn(with: seen + "b"))
        #expect(try ada.comesIn(with: seen + " typed first"))
    }

    @Test func `Does not sign in with more than 128 bytes of what bcrypt would not have seen`() throws {
        let ada = try Newcomer("$2y$04$bx8G.S32PijMKZSQXEvHv.DaHXd9kxlQxgLn4D/Dcg3ficG9PY9Ha")
        #expect(
            try ada.page(after: String(repeating: "a", count: 129)).contains("Email or password did not match."))
        #expect(try ada.comesIn(with: String(repeating: "a", count: 128)))
    }

    @Test func `Does not sign in with a zero byte, nor with what libcrypt says of a failure`() throws {
        let ada = try Newcomer(Hashes.php)
        #expect(try !ada.comesIn(with: Hashes.password + "\0"))
        #expect(try !ada.comesIn(with: Hashes.password + "\0" + Hashes.password))
        let root = try Connection(to: TestInstance.root(database: "vestibule_vault"))
        for token in ["*0", "*1", "$2y$04$*0", "", "plain"] {
            let eve = try Newcomer(Hashes.php)
            try root.change("UPDATE password_hashes SET hash = '\(token)' WHERE account_id = \(try eve.account().id)")
            #expect(try !eve.parameters().contains("plain"))
            for typed in [token, Hashes.password, ""] {
                #expect(try eve.page(after: typed).contains("Email or password did not match."), "\(token)")
            }
        }
    }

    @Test func `Is nobody if one of them is somebody already, and stands in the audit log if not`() throws {
        let ada = try Person()
        let grace = "p-\(UUID().uuidString.lowercased())@example.test"
        let lines = [grace, ada.email].map { "\($0):\(Hashes.php)\n" }
        let store = try TestInstance.store()
        let now = Instant(seconds: 1_700_000_000)
        var file = AccountFile.read(Array(lines.joined().utf8), named: ".htpasswd", domain: nil)
        #expect(try store.importAccounts(file.accounts, on: .commandLine(at: now)) == .addressIsTaken(ada.address))
        #expect(try store.account(EmailAddress(grace.utf8)!) == nil)
        file.refuse(try store.taken(of: file.accounts))
        #expect(file.refusals.map(\.description) == ["line 2: \(ada.email) has an account already"])
        #expect(try store.importAccounts(file.accounts, on: .commandLine(at: now)) == .made)
        let rows = try store.audit(AuditFilter(person: store.account(EmailAddress(grace.utf8)!)), 10)
        #expect(rows.map(\.event) == ["account-imported"])
        #expect(rows.map { String(decoding: $0.detail, as: UTF8.self) } == [grace])
    }
}
