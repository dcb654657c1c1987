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

    /// Lets somebody whose password was right go on to the second factor.
    ///
    /// `nil` if the account was disabled or got another password at the same instant.
    borrowing func startChallenge(
        for user: User, by hash: PasswordHash, isKept: Bool, on occasion: Occasion
    ) throws -> Token? {
        let token = Token.random()
        return try record(.challengeStarted, of: user.id, by: user.id, on: occasion) {
            guard try !rows(.lockEnabledAccount, .integer(user.id)).isEmpty, try isCurrent(hash, of: user.id) else {
                return nil
            }
            try change(
                .startChallenge, .bytes(token.hash), .integer(user.id), Value(occasion.at), .integer(isKept ? 1 : 0))
            return token
        }
    }

    /// Whether the challenge has an attempt left; it is taken before the code is judged.
    borrowing func reserveAttempt(_ challenge: PendingChallenge) throws -> Bool {
        try change(.reserveAttempt, .bytes(challenge.token.hash)) == 1
    }

    /// Whether the challenge was completed by the code of `step`.
    borrowing func isCompleted(_ challenge: PendingChallenge, by step: TimeStep) throws -> Bool {
        try isDone(.challengeWasCompletedBy, .bytes(challenge.token.hash), .integer(step.number))
    }

    borrowing func endChallenge(_ who: HalfwayUser, _ event: Event, on occasion: Occasion) throws {
        _ = try record(event, of: who.user.id, by: who.user.id, on: occasion) {
            try change(.endChallenge, .bytes(who.challenge.token.hash)) == 1 ? true : nil
        }
    }

    /// Signs in with the code of `step`, unless that code, or a later one, or the challenge was used before.
    borrowing func signIn(
        _ who: HalfwayUser, with factor: SecondFactor.Enabled, step: TimeStep, on occasion: Occasion
    ) throws -> Token? {
        try complete(who, .signedInByTOTP, .totp, step: step, on: occasion) {
            try isDone(.claimStep, .integer(who.user.id), .bytes(factor.id), .integer(step.number))
        }
    }

    /// Signs in with the recovery code whose hash is `code`, unless it or the challenge was used before.
    borrowing func signIn(_ who: HalfwayUser, withRecoveryCode code: [UInt8], on occasion: Occasion) throws -> Token? {
        try complete(who, .signedInByRecoveryCode, .recoveryCode, step: nil, on: occasion) {
            try isDone(
                .claimRecoveryCode, .integer(who.user.id), .bytes(code), Value(occasion.at),
                .bytes(who.challenge.token.hash))
        }
    }

    /// Claims the code, ends the challenge and starts the session: all of it or none of it.
    ///
    /// The session's cookie follows from the challenge's, so that a doubled post gets the same one again.
    private borrowing func complete(
        _ who: HalfwayUser, _ event: Event, _ proof: Proof, step: TimeStep?, on occasion: Occasion,
        claim: () throws -> Bool
    ) throws -> Token? {
        let token = sessionToken(after: who.challenge)
        return try record(event, of: who.user.id, by: who.user.id, on: occasion) {
            guard try !rows(.lockEnabledAccount, .integer(who.user.id)).isEmpty, try claim(),
                try change(
                    .completeChallenge, Value(occasion.at), Value(step?.number),
                    .bytes(who.challenge.token.hash)) == 1
            else { return nil }
            try startSession(
                token, for: who.user, isKept: who.challenge.isKept, proof: proof, replacing: who.session, on: occasion)
            return token
        }
    }

    borrowing func sessionToken(after challenge: PendingChallenge) -> Token {
        challenge.token.derived("session", vault: vault)
    }
}
