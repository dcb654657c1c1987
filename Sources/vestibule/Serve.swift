import ArgumentParser
import FastCGI
import FoundationEssentials
import Logging

/// Runs the pool: one supervisor, three lanes of workers, and a housekeeper.
struct Serve: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Run the pool of workers until told to stop.",
        discussion: """
            Stays in the foreground and logs to standard error. SIGTERM answers the requests at hand and ends; SIGHUP \
            replaces every worker without a failed request.
            """)

    func run() throws {
        let instance = try Instance.read(part: "supervisor", isCommand: false)
        _ = try instance.store()
        // A worker reads the list when somebody chooses a password, which is too late to learn that it is missing.
        _ = try instance.commonPasswords()()
        let pool = Pool(
            lanes: try lanes(instance.configuration), housekeeper: ["housekeeper"],
            environment: environment(), processIDFile: try instance.configuration.required(.pid),
            report: { instance.log.report($0) })
        try pool.run()
    }

    private func lanes(_ configuration: Configuration) throws -> [Lane] {
        let folder = try configuration.required(.sockets)
        let cores = ProcessInfo.processInfo.activeProcessorCount
        func lane(_ lane: WorkerLane, _ key: Configuration.Key, workers: Int, backlog: Int32) throws -> Lane {
            let name = lane.rawValue
            return Lane(
                name: name, socket: "\(folder)/\(name).sock", workers: try configuration.count(key, default: workers),
                backlog: backlog, arguments: ["worker", "--lane", name])
        }
        return [
            try lane(.gate, .gateWorkers, workers: cores, backlog: 511),
            try lane(.portal, .portalWorkers, workers: 2 * cores, backlog: 511),
            try lane(.signIn, .signInWorkers, workers: cores, backlog: 64),
        ]
    }

    /// What the workers inherit: the way to their configuration, and no secret of whoever started the pool.
    ///
    /// A crash prints no memory and no registers, where a password could stand; and the memory of a hash goes back
    /// to the system at once, that of a page only where it was large.
    private func environment() -> [String: String] {
        let keys = ["VESTIBULE_CONFIGURATION"] + Configuration.Key.allCases.map(\.rawValue)
        return Environment.all.filter { keys.contains($0.key) }
            .merging([
                "SWIFT_BACKTRACE": "enable=no", "LANG": "C.UTF-8",
                "MALLOC_MMAP_THRESHOLD_": "1048576", "MALLOC_TRIM_THRESHOLD_": "262144",
            ]) { $1 }
    }
}
