public import HTTP

import Authentication
import MariaDB

extension Store {
    /// What is known of the clock of this host, by which it was `now` at `start`.
    public borrowing func clock(at now: Instant, since start: ContinuousClock.Instant = .now) throws -> ClockState {
        let rows = try rows(
            .latestClockReadings, .bytes(boot), Value(now.advanced(bySeconds: -CrowdClock.memory)), Value(now),
            .integer(Int64(CrowdClock.most)))
        // A database that was slow has read its own clock at some instant since: what that explains is no difference.
        let waited = Int64((ContinuousClock.now - start) / .microseconds(1))
        let ahead = now.microseconds - rows[0].integer("server_time")
        return ClockState(
            microsecondsAheadOfDatabase: ahead > 0 ? ahead : min(0, ahead + waited),
            crowd: CrowdClock(steps: rows.compactMap { $0.integerIfPresent("steps").map(Int.init) }),
            isSynchronised: isClockSynchronised())
    }

    /// Remembers by how many steps the clock of somebody's phone was ahead by their latest code; `nil` if that told nothing.
    ///
    /// Something is written down either way, so that the time taken does not tell a guesser of a code that will be right
    /// later. What tells nothing changes nothing of what is remembered.
    borrowing func keepClockReading(_ steps: Int?, by user: User, at now: Instant) throws {
        try change(
            .keepClockReading, .integer(user.id), Value(now), .bytes(boot), Value(steps.map(Int64.init)), Value(now))
    }

    /// The same of a code that was accepted. Part of what accepts it.
    borrowing func keepClockReading(of step: TimeStep, by user: User, at now: Instant) throws {
        let steps = step.number - TimeStep(unixSeconds: now.seconds).number
        try keepClockReading(Int(steps), by: user, at: now)
    }

    /// Forgets what codes said of this host's clock, because it was set since.
    public borrowing func forgetClockReadings() throws {
        try change(.forgetClockReadings, .bytes(boot))
    }
}
