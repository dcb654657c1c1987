import Authentication
import HTTP
import MariaDB
import Secrets

extension Store {
    /// How long the second factor may be owed, in seconds.
    static var challengeSeconds: Int64 { 600 }

    /// How long after its completion a doubled post of a challenge is recognised, in seconds.
    private static var doubledSeconds: Int64 { 30 }

    /// Who owes the second factor with the challenge cookie `token`; nobody if it is over.
    borrowing func halfway(with token: Token, at now: Instant) throws -> (user: User, challenge: PendingChallenge)? {
        try rows(
            .findChallenge, .bytes(token.hash), Value(now.advanced(bySeconds: -Store.challengeSeconds)),
            Value(now.advanced(bySeconds: -Store.doubledSeconds))
        ).first.map { (User($0), PendingChallenge($0, token)) }
    }

    /// Lets somebody whose password was right, in `attempt`, go on to the second factor.
    ///
    /// `nil` if the account was disabled or got another password at the same instant.
    borrowing func startChallenge(
        for user: User, by hash: PasswordHash, _ attempt: Attempt, in browser: [UInt8]?, isKept: Bool,
        on occasion: Occasion
    ) throws -> Token? {
        let token = Token.random()
        return try record(.challengeStarted, of: user.id, by: user.id, on: occasion) {
            guard try !rows(.lockEnabledAccount, .integer(user.id)).isEmpty, try isCurrent(hash, of: user.id) else {
                return nil
            }
            try succeed(attempt)
            try change(
                .startChallenge, .bytes(token.hash), .integer(user.id), Value(occasion.at), .integer(isKept ? 1 : 0),
                browser.map(Value.bytes) ?? .null)
            return token
        }
    }

    /// Whether the challenge was completed by the code of `step`.
    borrowing func isCompleted(_ challenge: PendingChallenge, by step: TimeStep) throws -> Bool {
        try isDone(.challengeWasCompletedBy, .bytes(challenge.token.hash), .integer(step.number))
    }

    borrowing func cancelChallenge(_ who: HalfwayUser, on occasion: Occasion) throws {
        _ = try record(.challengeCancelled, of: who.user.id, by: who.user.id, on: occasion) {
            try change(.endChallenge, .bytes(who.challenge.token.hash)) == 1 ? true : nil
        }
    }

    /// Ends a challenge that had as many codes as it may have, and tells the owner. A right code among them that is being
    /// judged at this instant counts.
    borrowing func exhaustChallenge(_ who: HalfwayUser, on occasion: Occasion) throws {
        let _: Bool? = try record(.challengeExhausted, of: who.user.id, by: who.user.id, on: occasion) {
            guard try change(.exhaustChallenge, .bytes(who.challenge.token.hash)) == 1 else { return nil }
            try leave(.codesRefused, for: who.user.id, at: occasion.at)
            return true
        }
    }

    /// Writes down a code that was refused. One after which no more are accepted ends the challenges begun like this
    /// one, and tells the owner.
    borrowing func refuse(_ attempt: Attempt, _ event: Event, of who: HalfwayUser, on occasion: Occasion) throws {
        try refuse(attempt, event, of: who.user.id, on: occasion, detail: who.challenge.name)
        guard !attempt.fills.isEmpty else { return }
        try connection.transaction {
            let browser = who.challenge.browser.map(Value.bytes) ?? .null
            try change(.endChallengesOfBrowser, .integer(who.user.id), browser)
            try leave(.codesBlocked, for: who.user.id, at: occasion.at)
        }
    }

    /// Signs in with the code of `step`, unless that code, or a later one, or the challenge was used before.
    borrowing func signIn(
        _ who: HalfwayUser, _ attempt: Attempt, with factor: SecondFactor.Enabled, step: TimeStep,
        on occasion: Occasion
    ) throws -> Token? {
        try complete(who, attempt, .signedInByTOTP, .totp, step: step, on: occasion) {
            guard try isDone(.claimStep, .integer(who.user.id), .bytes(factor.id), .integer(step.number)) else {
                return false
            }
            try keepClockReading(of: step, by: who.user, at: occasion.at)
            return true
        }
    }

    /// Signs in with the recovery code whose hash is `code`, unless it or the challenge was used before.
    borrowing func signIn(
        _ who: HalfwayUser, _ attempt: Attempt, withRecoveryCode code: [UInt8], on occasion: Occasion
    ) throws -> Token? {
        try complete(who, attempt, .signedInByRecoveryCode, .recoveryCode, step: nil, on: occasion) {
            try isDone(
                .claimRecoveryCode, .integer(who.user.id), .bytes(code), Value(occasion.at),
                .bytes(who.challenge.token.hash))
        }
    }

    /// Claims the code, ends the challenge and starts the session: all of it or none of it.
    ///
    /// The session's cookie follows from the challenge's, so that a doubled post gets the same one again.
    private borrowing func complete(
        _ who: HalfwayUser, _ attempt: Attempt, _ event: Event, _ proof: Proof, step: TimeStep?,
        on occasion: Occasion, claim: () throws -> Bool
    ) throws -> Token? {
        let token = sessionToken(after: who.challenge)
        return try record(event, of: who.user.id, by: who.user.id, on: occasion) {
            guard try !rows(.lockEnabledAccount, .integer(who.user.id)).isEmpty else { return nil }
            try succeed(attempt)
            guard try claim(),
                try change(
                    .completeChallenge, Value(occasion.at), Value(step?.number),
                    .bytes(who.challenge.token.hash)) == 1
            else { return nil }
            try tellOfRefusedCodes(who)
            try startSession(
                token, for: who.user, isKept: who.challenge.isKept, proof: proof, replacing: who.earlier, on: occasion)
            return token
        }
    }

    /// Has the owner told of codes that were refused since they signed in last, but for those of their own challenge.
    private borrowing func tellOfRefusedCodes(_ who: HalfwayUser) throws {
        let row = try rows(.codesSinceSignIn, .integer(who.user.id), .text(who.challenge.name))[0]
        if let at = row.instantIfPresent("at") { try leave(.codesRefused, for: who.user.id, at: at) }
    }

    private borrowing func sessionToken(after challenge: PendingChallenge) -> Token {
        challenge.token.derived("session", vault: vault)
    }

    /// The cookie of the session that the challenge has led to, for a post that comes twice.
    borrowing func session(after challenge: PendingChallenge) throws -> Token? {
        try session(following: challenge.token, "session")
    }
}
