import Testing

@testable import Secrets

@Suite struct `A secret` {
    @Test func `It lends the bytes that it was made of`() {
        let secret = Secret(copying: [1, 2, 3])
        #expect(secret.count == 3)
        #expect(secret.copy() == [1, 2, 3])
    }

    @Test func `Random ones are as long as asked and never the same`() {
        let secrets = (0..<1_000).map { _ in Secret.random(count: 20).copy() }
        #expect(secrets.allSatisfy { $0.count == 20 })
        #expect(Set(secrets).count == 1_000)
        #expect(Set((0..<1_000).map { _ in randomBytes(16) }).count == 1_000)
    }

    @Test func `Two byte strings are equal if every byte and the length are`() {
        #expect(isEqualInConstantTime([1, 2, 3], [1, 2, 3]))
        #expect(isEqualInConstantTime([UInt8](), []))
        #expect(!isEqualInConstantTime([1, 2, 3], [1, 2, 4]))
        #expect(!isEqualInConstantTime([0, 2, 3], [1, 2, 3]))
        #expect(!isEqualInConstantTime([1, 2, 3], [1, 2]))
        #expect(!isEqualInConstantTime([1, 2], [1, 2, 0]))
    }
}
