import Secrets
import Testing

import Authentication

@Suite struct `A second factor` {
    let now = TimeStep(unixSeconds: 1_234_567_890)
    let pending = SecondFactor.Pending(id: [], key: SealedSecret([]))

    private func enabled(lastStep: TimeStep) -> SecondFactor.Enabled {
        SecondFactor.Enabled(id: [], key: SealedSecret([]), lastStep: lastStep)
    }

    private func code(_ steps: Int) -> OneTimeCode { TOTP.code(for: exampleKey(), at: now.advanced(by: steps)) }

    @Test(arguments: [(-20, false), (-2, false), (-1, true), (0, true), (1, true), (2, false), (20, false)])
    func `The code of now and of one step before and after is right`(steps: Int, isRight: Bool) {
        let step = now.advanced(by: steps)
        let confirmation = pending.confirm(code(steps), key: exampleKey(), at: now)
        #expect(confirmation == (isRight ? .confirmed(step) : .wrongCode(drift: steps)))
        let verification = enabled(lastStep: TimeStep(number: 0)).verify(code(steps), key: exampleKey(), at: now)
        #expect(verification == (isRight ? .accepted(step) : .wrongCode(drift: steps)))
    }

    @Test func `A code with leading zeros is right`() {
        #expect(code(0).digits.starts(with: "00".utf8))
        #expect(pending.confirm(code(0), key: exampleKey(), at: now) == .confirmed(now))
    }

    @Test func `A code is good once`() {
        let factor = enabled(lastStep: now)
        #expect(factor.verify(code(0), key: exampleKey(), at: now) == .alreadyUsed(now))
        #expect(factor.verify(code(0), key: exampleKey(), at: now.advanced(by: 1)) == .alreadyUsed(now))
        #expect(factor.verify(code(1), key: exampleKey(), at: now) == .accepted(now.advanced(by: 1)))
    }

    @Test func `A code older than the last one is used up too`() {
        let factor = enabled(lastStep: now.advanced(by: 1))
        for steps in -1...1 {
            #expect(factor.verify(code(steps), key: exampleKey(), at: now) == .alreadyUsed(now.advanced(by: steps)))
        }
        #expect(factor.verify(code(2), key: exampleKey(), at: now) == .wrongCode(drift: 2))
    }

    @Test func `Another key's code is wrong`() {
        let other = Secret(copying: "09876543210987654321".utf8)
        #expect(pending.confirm(code(0), key: other, at: now) == .wrongCode(drift: nil))
        #expect(enabled(lastStep: now).verify(code(0), key: other, at: now) == .wrongCode(drift: nil))
    }

    @Test func `Drift is found up to ten minutes off and no further`() {
        for steps in [-20, -7, 7, 20] {
            #expect(TOTP.drift(of: code(steps), for: exampleKey(), at: now) == steps)
        }
        for steps in [-21, 21, 1_000] {
            #expect(TOTP.drift(of: code(steps), for: exampleKey(), at: now) == nil)
        }
    }
}
