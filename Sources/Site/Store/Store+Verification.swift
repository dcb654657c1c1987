import Authentication
import HTTP
import MariaDB
import Secrets

extension Store {
    /// Takes the code of `step` as given in this session, which goes on under a new cookie.
    ///
    /// `nil` if that code, or a later one, was used before, or the session has ended or been renewed meanwhile.
    borrowing func accept(
        _ who: SignedInUser, _ attempt: Attempt, by factor: SecondFactor.Enabled, step: TimeStep, on occasion: Occasion
    ) throws -> Token? {
        let token = renewedToken(of: who)
        return try record(.secondFactorVerified, of: who.user.id, by: who.user.id, on: occasion) {
            guard try !rows(.lockEnabledAccount, .integer(who.user.id)).isEmpty else { return nil }
            try succeed(attempt)
            guard try isDone(.claimStep, .integer(who.user.id), .bytes(factor.id), .integer(step.number)),
                try renewSession(
                    of: who, as: token, hasSecondFactor: true, notice: who.session.notice, at: occasion.at)
            else { return nil }
            try keepClockReading(of: step, by: who.user, at: occasion.at)
            return token
        }
    }
}
