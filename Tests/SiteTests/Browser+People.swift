import HTTP
import Secrets
import Testing

@testable import Site

extension Browser {
    /// Gives the password; where a second factor is enabled, the challenge is next.
    @discardableResult
    mutating func signIn(_ person: Person, password: String? = nil) throws -> Page {
        try open("/login")
        return try press("Sign in", ["email": person.email, "password": password ?? person.password])
    }

    /// Turns two-factor on with the code of the step before, and returns the phone with the recovery codes.
    mutating func enrol() throws -> (app: Authenticator, codes: [String]) {
        try open("/my/profile/two-factor")
        try press("Enable two-factor")
        let app = Authenticator(typing: page.text(id: "secret")!)
        try press("Confirm and enable", ["code": app.code(at: now, steps: -1)])
        return (app, page.recoveryCodes)
    }
}

extension Browser {
    /// A form as somebody writes it who has the right token for `path`, whether or not a page offers it to them.
    func forged(_ path: String, _ fields: [String: String] = [:]) throws -> Form {
        let name = TestInstance.identity.cookieName(.session)
        let store = try TestInstance.store()
        guard let token = cookies[name].flatMap({ Token(Array($0.utf8)) }),
            let session = try store.signedIn(with: token, at: now)?.session
        else { throw NoSuchButton(caption: path, page: page.html) }
        let forms = FormTokens(.session, of: session.lineage, vault: store.vault)
        let field = String(decoding: forms.field(for: Path(path.utf8)!).utf8, as: UTF8.self)
        let value = field.firstMatch(of: /value="([0-9a-f]+)"/)!.output.1
        return Form(method: "POST", action: path, fields: fields.merging(["csrf_token": String(value)]) { $1 })
    }
}
