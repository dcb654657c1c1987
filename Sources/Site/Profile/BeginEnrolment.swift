import HTTP

/// Mints a key, and leads to the screen that shows it.
enum BeginEnrolment {
    static let path: Path = "/my/profile/two-factor/enable"

    static func submit(_ request: Request, _ who: SignedInUser, _ store: borrowing Store) throws -> Response {
        if who.user.hasSecondFactor {
            try store.leave(.alreadyEnabled, for: who)
        } else {
            try store.beginEnrolment(of: who, on: Occasion(request))
        }
        return .redirect(to: TwoFactor.path, request.returnAddress(who.site))
    }
}
