import Authentication
import HTTP
import Secrets

extension Store {
    /// Whoever sent a code twice, where the first post has renewed the session already.
    ///
    /// The old cookie alone opens nothing: the code that the first post brought is asked for, within 30 seconds.
    borrowing func renewedUser(_ request: Request, _ site: SiteIdentity) throws -> SignedInUser? {
        let now = request.receivedAt
        guard [ConfirmSecondFactor.path, Verification.path].contains(request.path), request.method == .post,
            let token = request.token(.session, site), let code = OneTimeCode(request.form["code"] ?? []),
            let renewed = try session(following: token, "renewed"),
            let who = try signedInUser(renewed, request, site),
            let acceptedAt = who.session.codeAt, acceptedAt > now.advanced(bySeconds: -30),
            let factor = try enabledSecondFactor(of: who.user, at: now),
            case .attempt(let attempt) = try reserve([.codes(of: who.user.id, in: nil)], on: Occasion(request))
        else { return nil }
        guard try isLast(code, of: factor, of: who.user, at: now) else {
            try refuse(attempt, .codeRefused, of: who.user.id, on: Occasion(request))
            return nil
        }
        try withdraw(attempt)
        return who
    }

    /// Whether `code` was the one accepted last. A key that was damaged vouches for none.
    private borrowing func isLast(
        _ code: OneTimeCode, of factor: SecondFactor.Enabled, of user: User, at now: Instant
    ) throws -> Bool {
        do {
            return try verify(code, by: factor, of: user, at: now) == .alreadyUsed(factor.lastStep)
        } catch VaultError.damaged {
            return false
        }
    }
}
