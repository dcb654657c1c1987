import Authentication
import HTTP
import MariaDB
import Secrets

extension Store {
    /// Counts a try under all of `throttles`, unless one of them allows none.
    borrowing func reserve(_ throttles: [Throttle], on occasion: Occasion) throws -> Reservation {
        let reservation: Reservation = try connection.transaction {
            let (held, block) = try hold(throttles, at: occasion.at)
            return try block ?? .attempt(count(held, at: occasion.at))
        }
        turnAway(reservation, of: nil, on: occasion)
        return reservation
    }

    /// Counts a code that is tried in `challenge`; `nil` if the challenge had as many as it may have.
    borrowing func reserveCode(
        in challenge: PendingChallenge, of user: User, on occasion: Occasion
    ) throws -> Reservation? {
        let reservation: Reservation? = try connection.transaction {
            let (held, block) = try hold([.codes(of: user.id, in: challenge.browser)], at: occasion.at)
            if let block { return block }
            guard try change(.reserveAttempt, .bytes(challenge.token.hash)) == 1 else { return nil }
            return .attempt(try count(held, at: occasion.at))
        }
        turnAway(reservation, of: user.id, on: occasion)
        return reservation
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
            // What cannot be taken back counts: the fault that is thrown is what matters.
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
        try refuse(event, of: account, by: author, on: occasion, detail: detail)
        for (throttle, until) in attempt.fills {
            let account = throttle.kind == .network ? nil : account
            try note(throttle.kind.event, of: account, on: occasion, detail: "until \(Moment(until).machine)")
        }
    }

    private typealias Held = [(throttle: Throttle, failures: Failures)]

    /// Locks the throttles one after the other, up to the first that allows no try: what would come after it is not even
    /// written down.
    private borrowing func hold(_ throttles: [Throttle], at now: Instant) throws -> (held: Held, block: Reservation?) {
        var held: Held = []
        for throttle in throttles {
            let failures = try lock(throttle, at: now)
            if let end = failures.blockedUntil(at: now.seconds, by: throttle.kind.allowance) {
                return (held, .blocked(by: throttle.kind, until: Instant(seconds: end)))
            }
            held.append((throttle, failures))
        }
        return (held, nil)
    }

    private borrowing func count(_ held: Held, at now: Instant) throws -> Attempt {
        var fills: [(throttle: Throttle, until: Instant)] = []
        for (throttle, before) in held {
            let failures = before.adding(now.seconds, by: throttle.kind.allowance)
            try store(failures, of: throttle, at: now)
            let end = failures.blockedUntil(at: now.seconds, by: throttle.kind.allowance)
            if let end { fills.append((throttle, Instant(seconds: end))) }
        }
        return Attempt(throttles: held.map(\.throttle), at: now, fills: fills)
    }

    private borrowing func uncount(_ throttle: Throttle, _ attempt: Attempt) throws {
        let failures = try lock(throttle, at: attempt.at).removing(attempt.at.seconds)
        try store(failures, of: throttle, at: attempt.at)
    }

    private borrowing func store(_ failures: Failures, of throttle: Throttle, at now: Instant) throws {
        try change(.countFailures, .bytes(failures.stored), Value(throttle.end(at: now)), .bytes(throttle.id))
    }

    /// Holds the throttle until the transaction is over.
    private borrowing func lock(_ throttle: Throttle, at now: Instant) throws -> Failures {
        let row = try rows(.lockThrottle, .bytes(throttle.id), Value(throttle.end(at: now)))[0]
        return Failures(stored: row.bytes("failures"))
    }
}
