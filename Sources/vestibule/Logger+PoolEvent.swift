import FastCGI
import Logging

extension Logger {
    /// Writes down what the supervisor has to tell.
    func report(_ event: PoolEvent) {
        switch event {
        case .ready: notice("ready")
        case .restarting: notice("restarting")
        case .stopping: notice("stopping")
        case .started(let process, let id): info("started", metadata: about(process, id))
        case .ended(let process, let id, let ending, nil):
            info("ended", metadata: about(process, id).adding("how", "\(ending)"))
        case .ended(let process, let id, let ending, let pause?):
            warning("ended", metadata: about(process, id).adding("how", "\(ending)").adding("replaced_in", "\(pause)"))
        case .couldNotStart(let process, let reason, let pause):
            error(
                "could not start",
                metadata: ["process": "\(process)", "error": "\(reason)", "retried_in": "\(pause)"])
        case .hung(let process, let id, let duration):
            error("hung", metadata: about(process, id).adding("busy_for", "\(duration)"))
        case .stopped(let process, let id): error("stopped", metadata: about(process, id))
        case .killed(let process, let id): warning("killed", metadata: about(process, id))
        }
    }

    private func about(_ process: String, _ id: Int32) -> Logger.Metadata {
        ["process": "\(process)", "pid": "\(id)"]
    }
}

extension Logger.Metadata {
    fileprivate func adding(_ key: String, _ value: String) -> Logger.Metadata {
        merging([key: "\(value)"]) { $1 }
    }
}
