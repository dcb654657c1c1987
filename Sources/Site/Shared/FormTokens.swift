import HTTP
import Secrets

/// Proves that a form was ours: it is good for one browser at one stage, and for one address.
struct FormTokens: Sendable {
    private let base: [UInt8]

    /// The tokens of the browser whose session, challenge or form cookie is `identity`.
    init(_ kind: CookieKind, of identity: [UInt8], vault: borrowing Vault) {
        base = vault.mac(Array(kind.rawValue.utf8) + identity, for: .formToken)
    }

    /// The hidden field of a form that is posted to `path`.
    func field(for path: Path) -> HTML {
        "<input type=\"hidden\" name=\"form_token\" value=\"\(hexadecimal(token(for: path)))\">"
    }

    /// Whether `form` carries the token of `path`.
    func accept(_ form: Form, at path: Path) -> Bool {
        isEqualInConstantTime(form["form_token"] ?? [], Array(hexadecimal(token(for: path)).utf8))
    }

    /// The base is secret and of one length, so a cut hash of both is as good as another MAC.
    private func token(for path: Path) -> [UInt8] {
        Array(sha256(base + path.bytes).prefix(16))
    }
}
