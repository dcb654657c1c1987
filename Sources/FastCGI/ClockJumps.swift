private import Glibc
private import HTTP

/// Notices that the clock was set, by its lead over the one that never is.
public struct ClockJumps {
    private var lead: Int64

    public init(lead: Int64 = ClockJumps.lead) {
        self.lead = lead
    }

    /// Tells `work` by how many seconds the clock was set forward, or back if negative, since this was asked last, if it did
    /// not only go on. Work that fails is told again the next time.
    public mutating func notice(lead now: Int64 = ClockJumps.lead, _ work: (Int64) throws -> Void) rethrows {
        let change = now - lead
        // A leap second sets no clock, nor does a process that pauses between the two that it reads.
        if abs(change) > 2_000_000 { try work(change / 1_000_000) }
        lead = now
    }

    /// By how many microseconds the time of day leads the time since the machine started, which nobody sets.
    ///
    /// The corresponding C constant is `CLOCK_BOOTTIME`: the time that the machine slept counts.
    public static var lead: Int64 {
        var time = timespec()
        unsafe clock_gettime(CLOCK_BOOTTIME, &time)
        return Instant.now().microseconds - Int64(time.tv_sec) * 1_000_000 - Int64(time.tv_nsec) / 1000
    }
}
