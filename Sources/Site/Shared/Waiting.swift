import HTTP

/// For how long nothing more may be tried, in words.
enum Waiting {
    /// What is said where a password was tried too often, to whoever tried it.
    static func tooManyAttempts(until end: Instant, at now: Instant) -> String {
        "Too many attempts. \(sentence(until: end, at: now))"
    }

    /// `Try again in 12 minutes.`, rounded up, so that nobody comes too early.
    static func sentence(until end: Instant, at now: Instant) -> String {
        let minutes = (seconds(until: end, at: now) + 59) / 60
        return "Try again in \(minutes <= 90 ? count(minutes, "minute") : count((minutes + 59) / 60, "hour"))."
    }

    fileprivate static func seconds(until end: Instant, at now: Instant) -> Int64 { max(1, end.seconds - now.seconds) }

    private static func count(_ number: Int64, _ unit: String) -> String {
        "\(number) \(unit)\(number == 1 ? "" : "s")"
    }
}

extension Response {
    /// The same page, said to programs too: nothing was judged, and when to come back (RFC 6585 §4, RFC 9110 §10.2.3).
    func blocked(until end: Instant, at now: Instant) -> Response {
        var response = self
        response.status = .tooManyRequests
        response.set("Retry-After", "\(Waiting.seconds(until: end, at: now))")
        return response
    }
}
