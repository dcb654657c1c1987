private import Glibc
public import HTTP

extension Instant {
    /// What the server's clock says. The corresponding C function is `clock_gettime`.
    public static func now() -> Instant {
        var time = timespec()
        unsafe clock_gettime(CLOCK_REALTIME, &time)
        return Instant(microseconds: Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1000)
    }
}

/// A moment on the clock that measures how long something lasts.
///
/// That clock is never set, is the same in every process, and leaves out the time the machine slept.
struct Tick: Comparable {
    let nanoseconds: Int64

    static var now: Tick {
        var time = timespec()
        unsafe clock_gettime(CLOCK_MONOTONIC, &time)
        return Tick(nanoseconds: Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec))
    }

    static func < (earlier: Tick, later: Tick) -> Bool { earlier.nanoseconds < later.nanoseconds }

    static func - (later: Tick, earlier: Tick) -> Duration {
        .nanoseconds(later.nanoseconds - earlier.nanoseconds)
    }

    static func + (tick: Tick, duration: Duration) -> Tick {
        Tick(nanoseconds: tick.nanoseconds + Int64(duration / .nanoseconds(1)))
    }
}
