import Authentication
import HTTP
import Secrets

/// Opens the second door with a recovery code, when the phone is lost.
enum RecoveryChallenge {
    static func submit(_ request: Request, _ who: HalfwayUser, _ store: borrowing Store) throws -> Response {
        guard let code = RecoveryCode(request.form["recovery-code"] ?? []) else { return mismatch(request, who) }
        switch try store.reserveCode(in: who.challenge, of: who.user, on: Occasion(request)) {
        case .attempt(let attempt): return try judge(code, attempt, request, who, store)
        case .blocked(_, let end): return Challenge.blocked(until: end, request, who)
        case nil: return try SignIn.tooManyCodes(request, who, store)
        }
    }

    private static func judge(
        _ code: RecoveryCode, _ attempt: Attempt, _ request: Request, _ who: HalfwayUser, _ store: borrowing Store
    ) throws -> Response {
        let occasion = Occasion(request)
        guard let hash = try store.judging(attempt, { try store.hash(code, of: who.user) }) else {
            return try refused(attempt, request, who, store)
        }
        if let token = try store.signIn(who, attempt, withRecoveryCode: hash, on: occasion) {
            return Challenge.signedIn(request, who, token, store)
        }
        guard let challenge = try store.challenge(thatUsed: hash, of: who.user) else {
            return try refused(attempt, request, who, store)
        }
        return try alreadyUsed(by: challenge, attempt, request, who, store)
    }

    /// A used code is a wrong one, unless it is the same post that came twice: then it lands where the first one did.
    /// It is no guess either way.
    private static func alreadyUsed(
        by challenge: [UInt8], _ attempt: Attempt, _ request: Request, _ who: HalfwayUser, _ store: borrowing Store
    ) throws -> Response {
        try store.withdraw(attempt)
        if challenge == who.challenge.token.hash, let first = try store.session(after: who.challenge) {
            return Challenge.signedIn(request, who, first, store)
        }
        try store.refuse(.codeAlreadyUsed, of: who.user.id, on: Occasion(request), detail: who.challenge.name)
        return mismatch(request, who)
    }

    private static func refused(
        _ attempt: Attempt, _ request: Request, _ who: HalfwayUser, _ store: borrowing Store
    ) throws -> Response {
        try store.refuse(attempt, .recoveryCodeRefused, of: who, on: Occasion(request))
        return mismatch(request, who)
    }

    private static func mismatch(_ request: Request, _ who: HalfwayUser) -> Response {
        Challenge.page(request, who, recoveryError: "That recovery code did not match")
    }
}
