import Authentication
import HTTP

/// Opens the second door with a recovery code, when the phone is lost.
enum RecoveryChallenge {
    static func submit(_ request: Request, _ who: HalfwayUser, _ store: borrowing Store) throws -> Response {
        let occasion = Occasion(request)
        guard let code = RecoveryCode(request.form["recovery-code"] ?? []) else { return mismatch(request, who) }
        guard try store.reserveAttempt(who.challenge) else { return try SignIn.tooManyCodes(request, who, store) }
        if let hash = try store.hash(code, of: who.user) {
            if let token = try store.signIn(who, withRecoveryCode: hash, on: occasion) {
                return Challenge.signedIn(who, token)
            }
            let first = store.sessionToken(after: who.challenge)
            if try store.wasUsed(hash, by: who.challenge, of: who.user) && store.isSession(first) {
                return Challenge.signedIn(who, first)
            }
        }
        try store.note(.recoveryCodeRefused, of: who.user.id, on: occasion)
        return mismatch(request, who)
    }

    private static func mismatch(_ request: Request, _ who: HalfwayUser) -> Response {
        Challenge.page(request, who, recoveryError: "That recovery code did not match")
    }
}
