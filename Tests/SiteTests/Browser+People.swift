import HTTP

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
