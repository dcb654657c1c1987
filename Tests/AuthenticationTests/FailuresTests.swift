import Testing

@testable import Authentication

@Suite struct `How often somebody may fail` {
    private static let start: Int64 = 1_800_000_000

    /// What stands after failures so many seconds after the start.
    private func failed(_ seconds: [Int64], _ allowance: Allowance) -> Failures {
        seconds.reduce(Failures(stored: [])) { $0.adding(Self.start + $1, by: allowance) }
    }

    /// For how many seconds nothing more may be tried.
    private func wait(after seconds: [Int64], at second: Int64, _ allowance: Allowance) -> Int64? {
        failed(seconds, allowance).blockedUntil(at: Self.start + second, by: allowance).map { $0 - Self.start - second }
    }

    @Test func `Ten codes an hour, counted back from any instant`() {
        #expect(wait(after: Array(0..<9), at: 9, .codes) == nil)
        #expect(wait(after: Array(0..<10), at: 10, .codes) == 3_590)
        #expect(wait(after: Array(0..<10), at: 3_599, .codes) == 1)
        #expect(wait(after: Array(0..<10), at: 3_600, .codes) == nil)
        // One more is free when the first has grown an hour old, and then one when the second has.
        #expect(wait(after: Array(0..<10) + [3_600], at: 3_600, .codes) == 1)
    }

    @Test func `Thirty codes a day`() {
        let threeHours = [0, 3_600, 7_200].flatMap { hour in (0..<10).map { hour + $0 } } as [Int64]
        #expect(wait(after: threeHours, at: 10_800, .codes) == 75_600)
        #expect(wait(after: threeHours, at: 86_400, .codes) == nil)
    }

    @Test func `After ten passwords the wait doubles, up to a quarter of an hour`() {
        var failures = Array(0..<10) as [Int64]
        #expect(wait(after: Array(failures.dropLast()), at: 9, .passwords) == nil)
        for minutes: Int64 in [1, 2, 4, 8, 15, 15, 15] {
            let last = failures.last!
            #expect(wait(after: failures, at: last, .passwords) == minutes * 60)
            #expect(wait(after: failures, at: last + minutes * 60, .passwords) == nil)
            failures.append(last + minutes * 60)
        }
        #expect(wait(after: failures, at: failures.last! + 3_601, .passwords) == nil)
    }

    @Test func `Sixty passwords from one place in a quarter of an hour`() {
        #expect(wait(after: Array(0..<59), at: 59, .network) == nil)
        #expect(wait(after: Array(0..<60), at: 60, .network) == 840)
    }

    /// Whatever somebody does, every window of time holds no more failures than are allowed in it.
    @Test func `No pattern of tries gets more than the allowance`() {
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<200 {
            var failures = Failures(stored: [])
            var judged: [Int64] = []
            var now = Self.start
            for _ in 0..<200 {
                now += [0, 1, 60, 360, 3_599, 3_600].randomElement(using: &generator)!
                if failures.blockedUntil(at: now, by: .codes) == nil {
                    failures = failures.adding(now, by: .codes)
                    judged.append(now)
                }
            }
            for (window, most) in [(3_600, 10), (86_400, 30)] as [(Int64, Int)] {
                let worst = judged.map { end in judged.count { $0 > end - window && $0 <= end } }.max()!
                #expect(worst <= most)
            }
        }
    }

    @Test func `A try that was none is taken back, and only that one`() {
        let failures = failed([0, 1, 1, 2], .codes)
        #expect(failures.removing(Self.start + 1) == failed([0, 1, 2], .codes))
        #expect(failures.removing(Self.start + 9) == failures)
    }

    @Test func `A clock that was ahead blocks nobody, and what it counted is not forgotten`() {
        let ahead = (0..<10).map { 7_200 + $0 } as [Int64]
        #expect(wait(after: ahead, at: 0, .codes) == nil)
        #expect(wait(after: ahead + [0, 1, 2], at: 3, .codes) == nil)
        #expect(wait(after: ahead + [0, 1, 2], at: 7_210, .codes) == 3_590)
    }

    @Test func `Another host's clock may be a minute ahead`() {
        let ahead = (0..<10).map { 50 + $0 } as [Int64]
        #expect(wait(after: ahead, at: 0, .codes) == 3_600)
    }

    @Test func `What is stored is read again`() {
        let failures = failed([0, 5, 1_000], .codes)
        #expect(Failures(stored: failures.stored) == failures)
        #expect(failures.stored.count == 24)
    }
}
