import Authentication
import HTTP
import Testing

@testable import Site

@Suite struct `The log of the clock` {
    private func clock(secondsAhead: Int64 = 0, steps: Int = 0) -> ClockState {
        ClockState(
            microsecondsAheadOfDatabase: secondsAhead * 1_000_000,
            crowd: CrowdClock(steps: Array(repeating: steps, count: 10)),
            isSynchronised: true)
    }

    @Test func `Says what begins, again every hour, and when it is over`() {
        var watch = ClockWatch()
        let start = Instant(seconds: 1_700_000_000)
        let slow = clock(steps: 4)
        let found = ClockWatch.News.found(slow.findings[0])
        #expect(watch.news(of: clock(), at: start).isEmpty)
        for (second, news) in [(30, [found]), (60, []), (3_629, []), (3_630, [found]), (3_660, [])]
            as [(Int64, [ClockWatch.News])]
        {
            #expect(watch.news(of: slow, at: start.advanced(bySeconds: second)) == news, "\(second)")
        }
        #expect(watch.news(of: clock(), at: start.advanced(bySeconds: 3_690)) == [.over(slow.findings[0])])
        #expect(watch.news(of: clock(), at: start.advanced(bySeconds: 3_720)).isEmpty)
    }

    @Test func `Says at once that it is worse, but not that the seconds are others`() {
        var watch = ClockWatch()
        let now = Instant(seconds: 1_700_000_000)
        #expect(watch.news(of: clock(secondsAhead: 5), at: now).count == 1)
        #expect(watch.news(of: clock(secondsAhead: 6), at: now).isEmpty)
        let worse = clock(secondsAhead: 31)
        #expect(watch.news(of: worse, at: now) == [.found(worse.findings[0])])
        #expect(watch.news(of: clock(secondsAhead: 40), at: now).isEmpty)
    }

    @Test func `Says each thing by itself`() {
        var watch = ClockWatch()
        let now = Instant(seconds: 1_700_000_000)
        let both = clock(secondsAhead: -60, steps: 2)
        #expect(watch.news(of: both, at: now).count == 2)
        #expect(watch.news(of: clock(steps: 2), at: now) == [.over(.differsFromDatabase(secondsAhead: -60))])
    }
}
