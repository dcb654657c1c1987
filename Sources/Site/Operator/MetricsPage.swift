import Authentication
import HTTP
import Logging
import Metrics

/// Shows Prometheus what there is to measure. No sample says who somebody is, what was asked for, or from where.
///
/// While the database is away it tells so, and all that is in memory.
enum MetricsPage {
    static func show(_ request: Request, _ pool: PoolStatus?, _ store: borrowing Store) -> Response {
        var measurements = Exposition()
        measurements.begin("vestibule_build_info", .gauge, "Which version runs.")
        measurements.sample("vestibule_build_info", ["version": Release.version], is: 1)
        if let pool { measurements.add(pool) }
        do {
            let clock = try store.clock(at: request.receivedAt, since: store.turnedTo)
            let coverage = try store.coverage()
            measurements.addDatabase(isUp: true)
            measurements.add(clock)
            measurements.add(coverage)
        } catch {
            store.log.error("request", metadata: request.describing(error))
            measurements.addDatabase(isUp: false)
        }
        return .text(.ok, measurements.text, as: Exposition.contentType)
    }
}

extension Exposition {
    fileprivate mutating func addDatabase(isUp: Bool) {
        begin("vestibule_database_up", .gauge, "Whether the database answers.")
        sample("vestibule_database_up", is: isUp ? 1 : 0)
    }

    /// Too few people are no reference, and have no sample.
    fileprivate mutating func add(_ clock: ClockState) {
        let name = "vestibule_clock_offset_seconds"
        begin(name, .gauge, "How far this host's clock is ahead of the database's, and of most people's phones.")
        sample(name, ["reference": "database"], is: .microseconds(clock.microsecondsAheadOfDatabase))
        if let crowd = clock.crowd { sample(name, ["reference": "people"], is: .seconds(crowd.secondsAhead)) }
    }

    fileprivate mutating func add(_ coverage: Coverage) {
        begin("vestibule_people", .gauge, "People who may sign in, by role and by whether they have a second factor.")
        add(
            people: "administrator", enabled: coverage.administratorsEnabled, without: coverage.administratorsWithout)
        add(
            people: "user", enabled: coverage.enabled - coverage.administratorsEnabled,
            without: coverage.without - coverage.administratorsWithout)
    }

    private mutating func add(people role: String, enabled: Int, without: Int) {
        sample("vestibule_people", ["role": role, "second_factor": "enabled"], is: enabled)
        sample("vestibule_people", ["role": role, "second_factor": "none"], is: without)
    }
}
