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
        let states = WorkerStatus.State.allCases
        let head = ["lane"] + states.map(\.rawValue) + ["queue", "of", "requests"]
        return [head + Answers.names + ["restarts"]]
            + lanes.map { lane in
                [lane.name] + states.map { "\(lane.count($0))" }
                    + [lane.queue.map { "\($0.waiting)" } ?? "?", lane.queue.map { "\($0.capacity)" } ?? "?"]
                    + ["\(lane.answers.total)"] + lane.answers.byClass.map { "\($0.count)" } + ["\(lane.restarts)"]
            }
    }

    private var workerRows: [[String]] {
        [["worker of", "pid", "state", "busy for", "age", "requests", "restarts"]]
            + lanes.flatMap { lane in
                lane.workers.map { worker in
                    [
                        lane.name, "\(worker.processID)", worker.state.rawValue, worker.busyFor?.inWords ?? "-",
                        worker.age.inWords, "\(worker.requests)", "\(worker.restarts)",
                    ]
                }
            }
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
