import Foundation
import Synchronization

/// Runs `body` in so many threads that start at the same instant, and returns what each came to.
func together<Result: Sendable>(_ count: Int, _ body: @escaping @Sendable () throws -> Result) async throws -> [Result]
{
    try await together(count, preparing: {}) { _ in try body() }
}

/// The same, where each thread first makes something ready: the instant comes when all have.
func together<Ready: ~Copyable, Result: Sendable>(
    _ count: Int, preparing prepare: @escaping @Sendable () throws -> Ready,
    _ body: @escaping @Sendable (consuming Ready) throws -> Result
) async throws -> [Result] {
    try await withThrowingTaskGroup(of: Result.self) { group in
        let gate = Gate(count)
        for _ in 0..<count {
            group.addTask {
                try await withCheckedThrowingContinuation { continuation in
                    Thread.detachNewThread {
                        let ready: Ready
                        do {
                            ready = try prepare()
                        } catch {
                            gate.wait()
                            return continuation.resume(throwing: error)
                        }
                        gate.wait()
                        do {
                            continuation.resume(returning: try body(ready))
                        } catch {
                            continuation.resume(throwing: error)
                        }
                    }
                }
            }
        }
        return try await group.reduce(into: []) { $0.append($1) }
    }
}

/// Does each of `acts` in a thread of its own, all from the same instant on.
func together(_ acts: [@Sendable () throws -> Void]) async throws {
    let left = Mutex(acts)
    _ = try await together(acts.count) { try left.withLock { $0.removeLast() }() }
}

/// Lets nobody pass until all have come.
private final class Gate: Sendable {
    private let missing: Mutex<Int>

    init(_ count: Int) { missing = Mutex(count) }

    func wait() {
        missing.withLock { $0 -= 1 }
        while missing.withLock({ $0 > 0 }) { usleep(100) }
    }
}
