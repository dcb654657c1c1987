import Authentication
import HTTP
import MariaDB
import Secrets

/// The server's clock and the database's differ so much that codes cannot be judged.
struct ClockIsWrong: Error, CustomStringConvertible {
    let seconds: Int64
    var description: String { "clock is \(seconds) s off the database's: codes are refused until both agree" }
}

extension Store {
    /// How long a pending key waits for its confirmation, in seconds.
    static var enrolmentSeconds: Int64 { 600 }

    /// Mints a fresh key for this session, in place of an earlier one; none while a second factor is enabled.
    borrowing func beginEnrolment(of who: SignedInUser, on occasion: Occasion) throws {
        let id = randomBytes(16)
        let key = Secret.random(count: 20)
        let sealed = vault.seal(key, of: Owner(account: who.user.id, row: id))
        _ = try record(.enrolmentBegun, of: who.user.id, by: who.user.id, on: occasion) {
            try isDone(
                .beginEnrolment, .bytes(who.session.lineage), .integer(who.user.id), .bytes(id), .bytes(sealed.bytes),
                Value(occasion.at)) ? true : nil
        }
    }

    /// Whether this is the first view of the pending key.
    borrowing func showEnrolment(_ enrolment: [UInt8], of who: SignedInUser, at now: Instant) throws -> Bool {
        try isDone(.showEnrolment, .bytes(who.session.lineage), .bytes(enrolment), Value(now))
    }

    borrowing func discardEnrolment(of who: SignedInUser, on occasion: Occasion) throws {
        _ = try record(.enrolmentDiscarded, of: who.user.id, by: who.user.id, on: occasion) {
            try isDone(.discardEnrolment, .bytes(who.session.lineage)) ? true : nil
        }
    }

    /// The pending key that this session was found with, unless it was thrown away or replaced since.
    borrowing func pending(of who: SignedInUser, at now: Instant) throws -> SecondFactor.Pending? {
        guard let enrolment = who.session.enrolment,
            let row = try rows(.findEnrolment, .bytes(who.session.lineage), .integer(who.user.id)).first,
            row.bytes("authenticator_id") == enrolment
        else { return nil }
        try checkClock(row, now)
        return SecondFactor.Pending(id: enrolment, key: SealedSecret(row.bytes("sealed_key")))
    }

    /// The second factor that codes are judged by.
    borrowing func enabledSecondFactor(of user: User, at now: Instant) throws -> SecondFactor.Enabled? {
        guard let row = try rows(.authenticator, .integer(user.id)).first else { return nil }
        try checkClock(row, now)
        let lastStep = try healed(row, of: user, at: now)
        return SecondFactor.Enabled(
            id: row.bytes("id"), key: SealedSecret(row.bytes("sealed_key")), lastStep: lastStep)
    }

    /// A step that lies far in the future was accepted by a wrong clock; its owner is not locked out until then.
    ///
    /// The database's clock decides, which all hosts share. No host accepts a step more than three later than it
    /// says; the rest is room for a clock that is set back a little, which must not make a used code good again.
    private borrowing func healed(_ row: Row, of user: User, at now: Instant) throws -> TimeStep {
        let lastStep = TimeStep(number: row.integer("last_step"))
        let latest = TimeStep(unixSeconds: row.integer("server_time") / 1_000_000).advanced(by: 10)
        guard lastStep > latest else { return lastStep }
        _ = try record(.stepHealed, of: user.id, on: .clock(at: now)) {
            try isDone(.healStep, .integer(user.id), .integer(latest.number)) ? true : nil
        }
        return latest
    }

    borrowing func open(_ factor: SecondFactor.Pending, of user: User) throws -> Secret {
        try open(factor.key, of: Owner(account: user.id, row: factor.id))
    }

    /// Judges a code of the authenticator. Throws `VaultError.damaged` if its key was changed in the database.
    borrowing func verify(
        _ code: OneTimeCode, by factor: SecondFactor.Enabled, of user: User, at now: Instant
    ) throws -> SecondFactor.Enabled.Verification {
        let key = try open(factor.key, of: Owner(account: user.id, row: factor.id))
        return factor.verify(code, key: key, at: TimeStep(unixSeconds: now.seconds))
    }

    /// Enables the confirmed key with a set of recovery codes, ends the account's other sessions and renews this one.
    ///
    /// `nil` if the key was confirmed or thrown away at the same instant.
    borrowing func enable(
        _ factor: SecondFactor.Pending, at step: TimeStep, _ codes: RecoverySet, of who: SignedInUser,
        on occasion: Occasion
    ) throws -> Token? {
        let token = renewedToken(of: who)
        return try record(.secondFactorEnabled, of: who.user.id, by: who.user.id, on: occasion) {
            _ = try rows(.lockAccount, .integer(who.user.id))
            let oldest = occasion.at.advanced(bySeconds: -Store.enrolmentSeconds)
            guard
                try isDone(
                    .enableSecondFactor, .bytes(who.session.lineage), .integer(who.user.id), .bytes(factor.id),
                    .integer(step.number), Value(occasion.at), Value(oldest)),
                try renewSession(of: who, as: token, hasSecondFactor: true, notice: nil, at: occasion.at)
            else { return nil }
            _ = try isDone(
                .makeRecoverySet, .integer(who.user.id), .bytes(codes.id), .bytes(codes.salt),
                .integer(Int64(codes.key.rawValue)), Value(occasion.at))
            try add(codes, of: who.user.id)
            try keepClockReading(of: step, by: who.user, at: occasion.at)
            try endEverything(before: token, of: who.user)
            try forgetBrowsers(of: who.user, butThatOf: token, at: occasion.at)
            return token
        }
    }

    /// Removes the second factor and its recovery codes, ends the other sessions and renews this one.
    ///
    /// `false` if there is none any more, or the session went on under another cookie.
    borrowing func disableSecondFactor(of who: SignedInUser, on occasion: Occasion) throws -> Bool {
        let token = renewedToken(of: who)
        let done: Bool? = try record(.secondFactorDisabled, of: who.user.id, by: who.user.id, on: occasion) {
            _ = try rows(.lockAccount, .integer(who.user.id))
            guard try isDone(.disableSecondFactor, .integer(who.user.id)),
                try renewSession(of: who, as: token, hasSecondFactor: false, notice: .disabled, at: occasion.at)
            else { return nil }
            try endEverything(before: token, of: who.user)
            try forgetBrowsers(of: who.user, butThatOf: token, at: occasion.at)
            try change(.endChallenges, .integer(who.user.id))
            return true
        }
        return done ?? false
    }

    /// Whether the account has a second factor now, which may differ from when the request arrived.
    borrowing func isSecondFactorEnabled(of user: User) throws -> Bool {
        try isDone(.isSecondFactorEnabled, .integer(user.id))
    }

    /// The cookie that is to follow the session's present one.
    borrowing func renewedToken(of who: SignedInUser) -> Token {
        who.session.token.derived("renewed", vault: vault)
    }

    /// The cookie that has followed it, for a post that comes twice.
    borrowing func renewedSession(of who: SignedInUser) throws -> Token? {
        try session(following: who.session.token, "renewed")
    }

    private borrowing func checkClock(_ row: Row, _ now: Instant) throws(ClockIsWrong) {
        let seconds = (now.microseconds - row.integer("server_time")) / 1_000_000
        guard abs(seconds) <= ClockFinding.tolerance else { throw ClockIsWrong(seconds: seconds) }
    }
}
