import Logging
import Site
import WebClient

extension Configuration {
    /// What is asked for to see whether the sites are shut: of each what `VESTIBULE_PROBES` has, or its first page.
    func probedAddresses() throws -> [WebAddress] {
        let probes = (self[.probes] ?? "").split(separator: " ").map(String.init)
        let firstPages = sites.map { "\($0)/" }.filter { page in
            !probes.contains { $0.utf8.starts(with: page.utf8) }
        }
        return try (firstPages + probes).map { text in
            guard let address = WebAddress(text) else {
                throw Fault(["\(text) is no address like https://wiki.example.org/: see VESTIBULE_PROBES and _SITES"])
            }
            return address
        }
    }
}

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
