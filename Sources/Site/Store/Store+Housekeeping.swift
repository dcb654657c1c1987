public import HTTP

import MariaDB

extension Store {
    /// Removes what is over: sessions, challenges, one-time links, and keys that were never confirmed.
    public borrowing func tidy(at now: Instant) throws {
        try change(.expireSessions, .integer(now.microseconds), .integer(now.microseconds))
        try change(.expireChallenges, .integer(now.advanced(bySeconds: -Store.challengeSeconds).microseconds))
        try change(.expireActivations, Value(now))
        _ = try rows(.expireEnrolments, .integer(now.advanced(bySeconds: -Store.enrolmentSeconds).microseconds))
    }
}
