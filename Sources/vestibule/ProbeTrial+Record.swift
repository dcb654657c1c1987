import Logging
import Site
import WebClient

extension ProbeTrial {
    /// What is kept of it, for the console.
    func door(at address: WebAddress) -> ProbeRecord.Door {
        let outcome: ProbeRecord.Outcome =
            switch self {
            case .shut: .shut
            case .open: .open
            case .failed: .notTried
            }
        return ProbeRecord.Door(address: address.description, outcome: outcome, words: words)
    }
}

extension Logger {
    /// Tells whoever looks after the machine of a door that is not shut, or may not be.
    func report(_ trial: ProbeTrial, at address: WebAddress) {
        let metadata: Metadata = ["url": "\(address)", "why": "\(trial.words)"]
        switch trial {
        case .shut: break
        case .open: error("door open", metadata: metadata)
        case .failed: warning("door not tried", metadata: metadata)
        }
    }
}
