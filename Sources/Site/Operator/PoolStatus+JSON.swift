import HTTP
import Metrics

extension PoolStatus {
    /// The pool as programs read it. Every name in it is the program's own and needs no escaping.
    func json(at now: Instant) -> String {
        """
        {
          "version": "\(Release.version)",
          "started": "\(Moment(startedAt).machine)",
          "uptime_seconds": \(uptime(at: now).decimalSeconds),
          "lanes": [
        \(lanes.map(PoolStatus.json).joined(separator: ",\n"))
          ]
        }

        """
    }

    private static func json(_ lane: LaneStatus) -> String {
        let queue = lane.queue.map { "{\"waiting\": \($0.waiting), \"capacity\": \($0.capacity)}" } ?? "null"
        let answers = lane.answers.byClass.map { "\"\($0.name)\": \($0.count)" }.joined(separator: ", ")
        return """
                {
                  "name": "\(lane.name)",
                  "queue": \(queue),
                  "requests": \(lane.answers.total),
                  "answers": {\(answers)},
                  "request_seconds": \(lane.durations.sum.decimalSeconds),
                  "restarts": \(lane.restarts),
                  "workers": [
            \(lane.workers.map(json).joined(separator: ",\n"))
                  ]
                }
            """
    }

    private static func json(_ worker: WorkerStatus) -> String {
        """
                {"pid": \(worker.processID), "state": "\(worker.state.rawValue)", \
        "busy_for_seconds": \(worker.busyFor?.decimalSeconds ?? "null"), "age_seconds": \(worker.age.decimalSeconds), \
        "requests": \(worker.requests), "restarts": \(worker.restarts)}
        """
    }
}
