import FastCGI
import Glibc
import Testing

/// A process that another one sends for, and does not wait for.
@Suite struct `An errand` {
    @Test func `Is over when it has taken too long, and what it prints is lost`() throws {
        let sender = try TestProcess(in: TestProcess.newFolder(), ["errand", "300"])
        #expect(try sender.waitsForEnd() == 0)
        #expect(sender.printed == "over\n")
    }

    @Test func `Ends with whoever sent it`() throws {
        let sender = try TestProcess(in: TestProcess.newFolder(), ["errand", "60000"])
        var sent: [Int32] = []
        try sender.waits {
            sent = children(of: sender.id)
            return !sent.isEmpty && contents(of: "/proc/\(sent[0])/cmdline").contains("sent")
        }
        usleep(200_000)
        kill(sender.id, SIGKILL)
        try sender.waits { kill(sent[0], 0) != 0 || contents(of: "/proc/\(sent[0])/stat").contains(") Z ") }
    }

    private func children(of parent: Int32) -> [Int32] {
        FileNames.matching("/proc/[0-9]*").compactMap { Int32($0.dropFirst("/proc/".count)) }
            .filter { contents(of: "/proc/\($0)/stat").contains(") S \(parent) ") }
    }
}
