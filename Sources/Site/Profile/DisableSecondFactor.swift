import HTTP

/// Removes the second factor, after the password.
enum DisableSecondFactor {
    static let path: Path = "/my/profile/two-factor/disable"

    static func submit(_ request: Request, _ who: SignedInUser, _ store: borrowing Store) throws -> Response {
        guard who.user.hasSecondFactor else { return .redirect(to: TwoFactor.path) }
        switch try store.judgeCurrentPassword(of: who, request) {
        case .right:
            let isDone = try store.disableSecondFactor(of: who, on: Occasion(request))
            return try who.redirect(to: TwoFactor.path, isDone: isDone, store)
        case .wrong:
            return try TwoFactor.enabledPage(
                request, who, store, passwordError: "Password did not match. Two-factor remains enabled.")
        case .blocked(let end):
            let sentence = Waiting.tooManyAttempts(until: end, at: request.receivedAt)
            return try TwoFactor.enabledPage(
                request, who, store, passwordError: "\(sentence) Two-factor remains enabled."
            ).blocked(until: end, at: request.receivedAt)
        }
    }
}
