import Testing

import FastCGI

@Suite struct `The system's clock` {
    @Test func `Is noticed to be set, forward and back, and not to go on`() {
        var jumps = ClockJumps(lead: 0)
        let leads: [(Int64, Int64?)] = [(1_500_000, nil), (301_500_000, 300), (301_500_000, nil), (-60_000_000, -361)]
        for (lead, seconds) in leads { #expect(jumps.latest(lead: lead) == seconds) }
    }

    @Test func `Was not set while nobody set it`() {
        var jumps = ClockJumps()
        #expect(jumps.latest() == nil)
    }
}
