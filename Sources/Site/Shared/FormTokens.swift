import HTTP
import Secrets

/// Proves that a form was ours: it is good for one browser at one stage, and for one address.
struct FormTokens: Sendable, CustomReflectable {
    /// One for each of the server's keys, the current one's first: a page that is open while the key is replaced stays good.
    private let bases: [[UInt8]]

    /// The tokens of the browser whose session, challenge or form cookie is `identity`.
    init(_ kind: CookieKind, of identity: [UInt8], vault: borrowing Vault) {
        bases = vault.macs(Array(kind.rawValue.utf8) + identity, for: .formToken)
    }

    /// The hidden field of a form that is posted to `path`.
    func field(for path: Path) -> HTML {
        "<input type=\"hidden\" name=\"csrf_token\" value=\"\(token(for: path, bases[0]))\">"
    }

    /// Whether `form` carries the token of `path`.
    func accept(_ form: Form, at path: Path) -> Bool {
        let typed = form["csrf_token"] ?? []
        return bases.contains { isEqualInConstantTime(typed, Array(token(for: path, $0).utf8)) }
    }

    /// Prints as nothing: whoever has a base can make every form of this browser.
    var customMirror: Mirror { Mirror(self, children: [:]) }

    /// The base is secret and of one length, so a cut hash of both is as good as another MAC.
    private func token(for path: Path, _ base: [UInt8]) -> String {
        hexadecimal(Array(sha256(base + path.bytes).prefix(16)))
    }
}
