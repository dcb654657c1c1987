public import HTTP

import Authentication
import MariaDB

extension Store {
    /// How long an accepted code is remembered, in seconds: no clock is set back by more.
    private static var rememberedSeconds: Int64 { 400 * 86_400 }

    /// Removes what is over: sessions, challenges, one-time links, throttles, what codes said of the clock, browsers that
    /// nobody signs in with any more, and keys that were never confirmed.
    public borrowing func tidy(at now: Instant) throws {
        try change(.expireSessions, Value(now))
        let idle = now.advanced(bySeconds: -60 * Int64(try policy().sessionLifetime.minutes))
        try change(.expireIdleSessions, Value(idle))
        try change(.expireHandOvers, Value(now))
        try change(.expireChallenges, .integer(now.advanced(bySeconds: -Store.challengeSeconds).microseconds))
        try change(.expireActivations, Value(now))
        _ = try rows(.expireSteps, .integer(TimeStep(unixSeconds: now.seconds - Store.rememberedSeconds).number))
        try change(.expireThrottles, Value(now))
        try change(.expireClockReadings, Value(now.advanced(bySeconds: -CrowdClock.memory)))
        try change(.expireKnownBrowsers, Value(now.advanced(bySeconds: -Store.knownBrowserSeconds)))
        _ = try rows(.expireEnrolments, .integer(now.advanced(bySeconds: -Store.enrolmentSeconds).microseconds))
    }
}
