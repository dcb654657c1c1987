import HTTP

/// Removes the second factor, after the password.
enum DisableSecondFactor {
    static let path: Path = "/my/profile/two-factor/disable"

    static func submit(_ request: Request, _ who: SignedInUser, _ store: borrowing Store) throws -> Response {
        guard who.user.hasSecondFactor else { return .redirect(to: TwoFactor.path) }
        guard try store.isPassword(request.form["current-password"] ?? [], of: who.user.id) else {
            try store.note(.passwordRefused, of: who.user.id, by: who.user.id, on: Occasion(request))
            return try TwoFactor.enabledPage(
                request, who, store, passwordError: "Password did not match. Two-factor remains enabled.")
        }
        try store.disableSecondFactor(of: who, on: Occasion(request))
        return try who.redirect(to: TwoFactor.path, store)
    }
}
