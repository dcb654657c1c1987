import Authentication
import Foundation
import HTTP
import MariaDB
import Testing

@testable import Site

/// Somebody whose address can be spelt in all the ways of `LookAlikes`.
private struct Kiss {
    static let password = "a horse, a battery, a staple"
    let local = "kiss\(UUID().uuidString.lowercased().prefix(8))"
    let domain = "example.test"

    var email: EmailAddress { EmailAddress("\(local)@\(domain)".utf8)! }

    init() throws {
        _ = try TestInstance.store().addAccount(
            email, name: ShortText("Somebody".utf8)!, role: .user, password: Array(Kiss.password.utf8),
            on: .commandLine(at: Instant(seconds: 1_700_000_000)))
    }

    func spelt(_ spelling: LookAlikes.Spelling) -> String { spelling.of(local, domain) }

    /// How many accounts there are whose address has anything to do with theirs.
    func accounts() throws -> Int {
        let root = try Connection(to: TestInstance.root(database: "vestibule"))
        let pattern = "%\(local.dropFirst(4))%"
        return Int(
            try root.rows("SELECT COUNT(*) AS count FROM accounts WHERE email LIKE '\(pattern)'")[0].integer("count"))
    }
}

extension Administration {
    /// Nothing that looks like an address makes a second account, or enters the first.
    @Suite struct `An address` {
        @Test func `Signs in as it is spelt by whoever has it, and in no other way`() throws {
            let kiss = try Kiss()
            for (spellings, isSame) in [(LookAlikes.same, true), (LookAlikes.none + LookAlikes.others, false)] {
                for spelling in spellings {
                    var browser = try Browser()
                    try browser.open("/login")
                    try browser.press("Sign in", ["email": kiss.spelt(spelling), "password": Kiss.password])
                    #expect(browser.page.path == (isSame ? "/my" : "/login"), "\(spelling.what)")
                    #expect(try (browser.open("/my").path == "/my") == isSame, "\(spelling.what)")
                }
            }
        }

        @Test func `Is given one account by an administrator, however it is spelt`() throws {
            let kiss = try Kiss()
            var admin = try Browser()
            try admin.signIn(try Person(role: .admin))
            let answers = [
                (LookAlikes.same, "\(kiss.email.text) has an account already."),
                (LookAlikes.none, "Enter an email address"), (LookAlikes.others, "Account made"),
            ]
            for (spellings, answer) in answers {
                for spelling in spellings {
                    try admin.open("/admin/people")
                    try admin.press("Add person", ["email": kiss.spelt(spelling), "name": "K", "role": "user"])
                    #expect(admin.page.contains(answer), "\(spelling.what)")
                }
            }
            #expect(try kiss.accounts() == 1 + LookAlikes.others.count)
        }

        @Test func `Is imported once, however a file spells it`() throws {
            let kiss = try Kiss()
            let spellings = LookAlikes.same + LookAlikes.none + LookAlikes.others
            let lines = spellings.map { "\"\(kiss.spelt($0).replacing("\"", with: "\"\""))\",K,\(Hashes.php)\r\n" }
            let file = AccountFile.read(
                Array(("email,name,password_hash\r\n" + lines.joined()).utf8), named: "k.csv", domain: nil)
            let store = try TestInstance.store()
            #expect(file.count == spellings.count)
            #expect(file.accounts.count == 1 + LookAlikes.others.count)
            #expect(
                file.refusals.count { $0.description.contains("stands in line 2 already") } == LookAlikes.same.count - 1
            )
            #expect(file.refusals.count { $0.description.contains("no email address") } == LookAlikes.none.count)
            #expect(try store.taken(of: file.accounts) == [kiss.email])
            #expect(
                try store.importAccounts(file.accounts, on: .commandLine(at: Instant(seconds: 1_700_000_000)))
                    == .addressIsTaken(kiss.email))
            #expect(try kiss.accounts() == 1)
        }

        @Test func `Is found by its own spellings, and not by what looks like it`() throws {
            let kiss = try Kiss()
            var admin = try Browser()
            try admin.signIn(try Person(role: .admin))
            for (spellings, isFound) in [(LookAlikes.same, true), (LookAlikes.none + LookAlikes.others, false)] {
                // A part of the address, which "no domain" is, finds it; and nothing finds everybody.
                for spelling in spellings where isFound || kiss.spelt(spelling).count > kiss.local.count {
                    let query = kiss.spelt(spelling).addingPercentEncoding(withAllowedCharacters: .alphanumerics)!
                    try admin.send("GET", "/admin/people", body: "", headers: ["QUERY_STRING": "q=\(query)"])
                    #expect(admin.page.contains("<p class=\"hint\">\(kiss.email.text)") == isFound, "\(spelling.what)")
                    try admin.send("GET", "/admin/audit", body: "", headers: ["QUERY_STRING": "person=\(query)"])
                    #expect(admin.page.contains("Nobody here has this address") == !isFound, "\(spelling.what)")
                }
            }
        }
    }
}
