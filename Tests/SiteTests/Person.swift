import Authentication
import Foundation
import HTTP
import Secrets

@testable import Site

/// Somebody with an account of their own, made for one test.
struct Person {
    let email: String
    let name: String
    let password = "a horse, a battery, a staple"

    init(_ name: String = "Ada Lovelace", role: Role = .user) throws {
        self.init(called: name)
        let store = try TestInstance.store()
        let new = try store.addAccount(
            EmailAddress(email.utf8)!, name: ShortText(name.utf8)!, role: role, password: Array(password.utf8),
            on: .commandLine(at: Instant(seconds: 1_700_000_000)))
        guard case .made = new else { preconditionFailure("\(email) is taken") }
    }

    private init(called name: String) {
        self.name = name
        email = "p-\(UUID().uuidString.lowercased())@example.test"
    }

    /// Somebody who has no account yet.
    static func invented(_ name: String = "Ada Lovelace") -> Person { Person(called: name) }

    var address: EmailAddress { EmailAddress(email.utf8)! }

    func account() throws -> Account { try TestInstance.store().account(address)! }
}

/// An app on a phone, which was given a key.
struct Authenticator {
    private let key: [UInt8]

    /// Takes the key as the page shows it: base32, in groups of four.
    init(typing secret: String) {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)
        let bits = secret.utf8.compactMap { alphabet.firstIndex(of: $0) }.flatMap { value in
            (0..<5).map { UInt8(value >> (4 - $0)) & 1 }
        }
        key = (0..<bits.count / 8).map { byte in bits[byte * 8..<byte * 8 + 8].reduce(0) { $0 << 1 | $1 } }
    }

    /// The code that the app shows at `now`, or so many steps later.
    func code(at now: Instant, steps: Int64 = 0) -> String {
        let step = TimeStep(unixSeconds: now.seconds + steps * 30)
        return String(decoding: TOTP.code(for: Secret(copying: key), at: step).digits, as: UTF8.self)
    }
}
