import Testing

import FastCGI

@Suite struct `The system's clock` {
    @Test func `Is noticed to be set, forward and back, and not to go on`() {
        var jumps = ClockJumps(lead: 0)
        let leads: [(Int64, Int64?)] = [(1_500_000, nil), (301_500_000, 300), (301_500_000, nil), (-60_000_000, -361)]
        for (lead, seconds) in leads { #expect(jumps.told(lead) == seconds) }
    }

    @Test func `Is noticed again to be set where what follows from it could not be done`() {
        var jumps = ClockJumps(lead: 0)
        for _ in 1...2 {
            #expect(throws: CancellationError.self) {
                try jumps.notice(lead: 60_000_000) { _ in throw CancellationError() }
            }
        }
        #expect(jumps.told(60_000_000) == 60)
        #expect(jumps.told(60_000_000) == nil)
    }

    @Test func `Was not set while nobody set it`() {
        var jumps = ClockJumps()
        #expect(jumps.told(ClockJumps.lead) == nil)
    }
}

extension ClockJumps {
    /// What is told of a clock that leads by so much now.
    fileprivate mutating func told(_ lead: Int64) -> Int64? {
        var told: Int64?
        notice(lead: lead) { told = $0 }
        return told
    }
}
