import HTTP
import Metrics

extension PoolStatus {
    /// The pool as people read it: its lanes, and then its workers.
    func text(at now: Instant) -> String {
        """
        Vestibule \(Release.version), started \(Moment(startedAt).machine), \(uptime(at: now).inWords) ago

        \(TextTable(laneRows).text)
        \(TextTable(workerRows).text)
        """
    }

    /// How long the supervisor has run.
    func uptime(at now: Instant) -> Duration {
        .microseconds(max(0, now.microseconds - startedAt.microseconds))
    }

    private var laneRows: [[String]] {
        let states = WorkerStatus.State.allCases.map(\.rawValue)
        let head = ["lane"] + states + ["queue", "of", "requests"] + Answers.names + ["restarts"]
        return [head] + lanes.map(PoolStatus.row)
    }

    private static func row(_ lane: LaneStatus) -> [String] {
        let states = WorkerStatus.State.allCases.map { "\(lane.count($0))" }
        let queue = [lane.queue?.waiting, lane.queue?.capacity].map { $0.map(String.init) ?? "?" }
        let answers = lane.answers.byClass.map { "\($0.count)" }
        return [lane.name] + states + queue + ["\(lane.answers.total)"] + answers + ["\(lane.restarts)"]
    }

    private var workerRows: [[String]] {
        let head = ["worker of", "pid", "state", "busy for", "age", "requests", "restarts"]
        return [head] + lanes.flatMap { lane in lane.workers.map { PoolStatus.row($0, of: lane) } }
    }

    private static func row(_ worker: WorkerStatus, of lane: LaneStatus) -> [String] {
        [
            lane.name, "\(worker.processID)", worker.state.rawValue, worker.busyFor?.inWords ?? "-", worker.age.inWords,
            "\(worker.requests)", "\(worker.restarts)",
        ]
    }
}

extension Duration {
    /// It in the unit that suits it: `3 ms`, `42 s`, `7 min`, `5 h`, `12 d`.
    fileprivate var inWords: String {
        let seconds = components.seconds
        return switch seconds {
        case ..<1: "\(Int(self / .milliseconds(1))) ms"
        case ..<120: "\(seconds) s"
        case ..<7_200: "\(seconds / 60) min"
        case ..<172_800: "\(seconds / 3_600) h"
        default: "\(seconds / 86_400) d"
        }
    }
}
