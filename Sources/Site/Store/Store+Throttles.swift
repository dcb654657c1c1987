import Authentication
import HTTP
import MariaDB
import Secrets

extension Store {
    /// Counts a try under all of `throttles`, unless one of them allows none.
    borrowing func reserve(_ throttles: [Throttle], at now: Instant) throws -> Reservation {
        try connection.transaction { try count(throttles, at: now) { true } }!
    }

    /// Counts a code that is tried in `challenge`; `nil` if the challenge had as many as it may have.
    borrowing func reserveCode(in challenge: PendingChallenge, of user: User, at now: Instant) throws -> Reservation? {
        try connection.transaction {
            try count([.codes(of: user.id, in: challenge.browser)], at: now) {
                try change(.reserveAttempt, .bytes(challenge.token.hash)) == 1
            }
        }
    }

    /// Ends a try that was right. Part of what it allowed.
    borrowing func succeed(_ attempt: Attempt) throws {
        for throttle in attempt.throttles {
            if throttle.kind.isClearedBySuccess {
                try change(.clearThrottle, .bytes(throttle.id))
            } else {
                try uncount(throttle, attempt)
            }
        }
    }

    /// Takes back a try that was no guess: nothing was judged, or a code came twice.
    borrowing func withdraw(_ attempt: Attempt) throws {
        try connection.transaction { for throttle in attempt.throttles { try uncount(throttle, attempt) } }
    }

    /// Judges a try, which was none if it ends in a fault.
    borrowing func judging<Verdict>(_ attempt: Attempt, _ judge: () throws -> Verdict) throws -> Verdict {
        do {
            return try judge()
        } catch {
            try? withdraw(attempt)
            throw error
        }
    }

    /// Accepts codes again once there is another password: whoever used them up knew the old one.
    borrowing func forgetCodes(of account: Int64) throws {
        try change(.clearThrottle, .bytes(Throttle.codes(of: account, in: nil).id))
    }

    /// Writes down that a try was refused, and what is blocked by it.
    borrowing func refuse(
        _ attempt: Attempt, _ event: Event, of account: Int64?, by author: Int64? = nil, on occasion: Occasion,
        detail: String = ""
    ) throws {
        try note(event, of: account, by: author, on: occasion, detail: detail)
        for (throttle, until) in attempt.fills {
            let account = throttle.kind == .network ? nil : account
            try note(throttle.kind.event, of: account, on: occasion, detail: "until \(Moment(until).machine)")
        }
    }

    /// Locks every throttle before it changes one; `nil` if `take` finds nothing left to take.
    private borrowing func count(
        _ throttles: [Throttle], at now: Instant, take: () throws -> Bool
    ) throws -> Reservation? {
        let held = try throttles.map { ($0, try lock($0, at: now)) }
        let ends = held.compactMap { $1.blockedUntil(at: now.seconds, by: $0.kind.allowance) }
        if let end = ends.max() { return .blocked(until: Instant(seconds: end)) }
        guard try take() else { return nil }
        let counted = held.map { ($0, $1.adding(now.seconds, by: $0.kind.allowance)) }
        for (throttle, failures) in counted { try change(.countFailures, .bytes(failures.stored), .bytes(throttle.id)) }
        let fills = counted.compactMap { throttle, failures in
            failures.blockedUntil(at: now.seconds, by: throttle.kind.allowance)
                .map { (throttle: throttle, until: Instant(seconds: $0)) }
        }
        return .attempt(Attempt(throttles: throttles, at: now, fills: fills))
    }

    private borrowing func uncount(_ throttle: Throttle, _ attempt: Attempt) throws {
        let failures = try lock(throttle, at: attempt.at).removing(attempt.at.seconds)
        try change(.countFailures, .bytes(failures.stored), .bytes(throttle.id))
    }

    /// Holds the throttle until the transaction is over.
    private borrowing func lock(_ throttle: Throttle, at now: Instant) throws -> Failures {
        let end = now.advanced(bySeconds: throttle.kind.allowance.memory)
        return Failures(stored: try rows(.lockThrottle, .bytes(throttle.id), Value(end))[0].bytes("failures"))
    }
}
