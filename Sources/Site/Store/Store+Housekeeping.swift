public import HTTP

import MariaDB

extension Store {
    /// Removes what is over: sessions, challenges, one-time links, throttles, browsers that nobody signs in with any
    /// more, and keys that were never confirmed.
    public borrowing func tidy(at now: Instant) throws {
        try change(.expireSessions, .integer(now.microseconds), .integer(now.microseconds))
        try change(.expireChallenges, .integer(now.advanced(bySeconds: -Store.challengeSeconds).microseconds))
        try change(.expireActivations, Value(now))
        try change(.expireThrottles, Value(now))
        try change(.expireKnownBrowsers, Value(now.advanced(bySeconds: -Store.knownBrowserSeconds)))
        _ = try rows(.expireEnrolments, .integer(now.advanced(bySeconds: -Store.enrolmentSeconds).microseconds))
    }
}
