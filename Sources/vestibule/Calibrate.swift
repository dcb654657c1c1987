import ArgumentParser
import FoundationEssentials
import Secrets

/// Measures how much work a password hash may cost on this machine.
struct Calibrate: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Print the value of VESTIBULE_PASSWORD_COST that suits this machine.",
        discussion: "The largest cost at which one hash takes at most 100 ms while the machine is idle.")

    func run() {
        let machine = ProcessInfo.processInfo
        print(
            PasswordHash.Cost.calibrated(
                cores: machine.activeProcessorCount, memoryBytes: Int(machine.physicalMemory)
            ).text)
    }
}
