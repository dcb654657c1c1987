import HTTP
import Metrics

extension Exposition {
    /// Adds what the pool does, and has counted since its supervisor started.
    mutating func add(_ pool: PoolStatus) {
        begin("process_start_time_seconds", .gauge, "When the pool's supervisor started, since when all is counted.")
        sample("process_start_time_seconds", is: .microseconds(pool.startedAt.microseconds))
        addRequests(pool.lanes)
        addWorkers(pool.lanes)
        addQueues(pool.lanes)
        begin("vestibule_audit_events_total", .counter, "What the pool has written into the audit log, by event.")
        for (event, count) in pool.events {
            let labels: Labels = ["event": event.rawValue, "result": event.result.rawValue]
            sample("vestibule_audit_events_total", labels, is: count)
        }
    }

    private mutating func addRequests(_ lanes: [LaneStatus]) {
        begin("vestibule_requests_total", .counter, "Requests that workers have answered, by class of status.")
        for lane in lanes {
            for (code, count) in lane.answers.byClass {
                sample("vestibule_requests_total", ["lane": lane.name, "code": code], is: count)
            }
        }
        let name = "vestibule_request_duration_seconds"
        begin(name, .histogram, "How long a worker had a request in its hands, without the time in the queue.")
        for lane in lanes { sample(name, lane: lane.name, is: lane.durations) }
    }

    private mutating func addWorkers(_ lanes: [LaneStatus]) {
        begin("vestibule_workers", .gauge, "Living workers, by state.")
        for lane in lanes {
            for state in WorkerStatus.State.allCases {
                sample("vestibule_workers", ["lane": lane.name, "state": state.rawValue], is: lane.count(state))
            }
        }
        begin("vestibule_worker_restarts_total", .counter, "Workers that took the place of another one.")
        for lane in lanes { sample("vestibule_worker_restarts_total", ["lane": lane.name], is: lane.restarts) }
    }

    private mutating func addQueues(_ lanes: [LaneStatus]) {
        let queues = lanes.compactMap { lane in lane.queue.map { (lane.name, $0) } }
        begin("vestibule_queue_length", .gauge, "Connections that wait for a worker to accept them.")
        for (lane, queue) in queues { sample("vestibule_queue_length", ["lane": lane], is: queue.waiting) }
        begin("vestibule_queue_capacity", .gauge, "Connections that may wait, beyond which nginx answers 503.")
        for (lane, queue) in queues { sample("vestibule_queue_capacity", ["lane": lane], is: queue.capacity) }
    }
}
