import Foundation
import HTTP
import Metrics
import Testing

@testable import Site

@Suite struct `The operator` {
    private static let asOperator = ["OPERATOR": "1"]

    /// A pool of two lanes, of which the kernel tells the queue of one.
    private func pool(counters: [Int] = []) -> PoolStatus {
        var durations = Array(repeating: 0, count: Histogram.buckets)
        durations[3] = 12
        let gate = LaneStatus(
            name: "gate",
            workers: [
                WorkerStatus(
                    processID: 41, state: .busy, age: .seconds(7_300), busyFor: .microseconds(1_250), requests: 9,
                    restarts: 1),
                WorkerStatus(
                    processID: 40, state: .draining, age: .seconds(7_310), busyFor: nil, requests: 3, restarts: 0),
            ],
            queue: .init(waiting: 2, capacity: 511), answers: Answers(counts: [9, 0, 2, 1]),
            durations: Histogram(counts: durations, sum: .milliseconds(6)), restarts: 1)
        let portal = LaneStatus(
            name: "portal", workers: [], queue: nil, answers: Answers(counts: [0, 0, 0, 0]),
            durations: Histogram(counts: Array(repeating: 0, count: Histogram.buckets), sum: .zero), restarts: 0)
        return PoolStatus(startedAt: Instant(seconds: 1_795_600_000), lanes: [gate, portal], counters: counters)
    }

    private func browser() throws -> Browser {
        let pool = pool()
        return try Browser(at: Instant(seconds: 1_795_607_400), tally: Tally(add: { _ in }, read: { pool }))
    }

    @Test func `Reads what each lane and each worker does`() throws {
        var browser = try browser()
        #expect(try browser.open("/status", headers: Self.asOperator).status == 200)
        #expect(
            browser.page.html == """
                Vestibule 0.1.0, started 2026-11-25T09:46:40Z, 2 h ago

                lane    starting  idle  busy  draining  queue   of  requests  2xx  3xx  4xx  5xx  restarts
                gate           0     0     1         1      2  511        12    9    0    2    1         1
                portal         0     0     0         0      ?    ?         0    0    0    0    0         0

                worker of  pid     state  busy for  age  requests  restarts
                gate        41      busy      1 ms  2 h         9         1
                gate        40  draining         -  2 h         3         0

                """)
    }

    @Test func `Has a program read the same`() throws {
        struct Status: Decodable {
            let uptime_seconds: Double
            let lanes: [Lane]

            struct Lane: Decodable {
                let name: String
                let queue: [String: Int]?
                let answers: [String: Int]
                let workers: [Worker]
            }

            struct Worker: Decodable, Equatable {
                let pid: Int
                let state: String
                let busy_for_seconds: Double?
                let restarts: Int
            }
        }
        var browser = try browser()
        let answer = try browser.open("/status?json", headers: Self.asOperator)
        #expect(browser.headers["Content-Type"] == "application/json")
        let status = try JSONDecoder().decode(Status.self, from: Data(answer.html.utf8))
        #expect(status.uptime_seconds == 7_400)
        #expect(status.lanes.map(\.name) == ["gate", "portal"])
        #expect(status.lanes.map(\.queue) == [["waiting": 2, "capacity": 511], nil])
        #expect(status.lanes[0].answers == ["2xx": 9, "3xx": 0, "4xx": 2, "5xx": 1])
        #expect(
            status.lanes[0].workers == [
                .init(pid: 41, state: "busy", busy_for_seconds: 0.00125, restarts: 1),
                .init(pid: 40, state: "draining", busy_for_seconds: nil, restarts: 0),
            ])
    }

    @Test func `Is told that there is no pool where there is none`() throws {
        var browser = try Browser()
        #expect(try browser.open("/status", headers: Self.asOperator).status == 404)
        #expect(try browser.open("/metrics", headers: Self.asOperator).contains("vestibule_database_up 1\n"))
        #expect(!browser.page.contains("vestibule_requests_total"))
    }

    @Test func `Has measured what a lane does`() throws {
        var browser = try browser()
        let lines = try browser.open("/metrics", headers: Self.asOperator).html.split(separator: "\n")
        #expect(browser.headers["Content-Type"] == "text/plain; version=0.0.4; charset=utf-8")
        for line in [
            "vestibule_build_info{version=\"0.1.0\"} 1", "process_start_time_seconds 1795600000",
            "vestibule_requests_total{lane=\"gate\",code=\"4xx\"} 2",
            "vestibule_worker_restarts_total{lane=\"gate\"} 1",
            "vestibule_request_duration_seconds_bucket{lane=\"gate\",le=\"0.0005\"} 12",
            "vestibule_request_duration_seconds_sum{lane=\"gate\"} 0.006",
            "vestibule_workers{lane=\"gate\",state=\"draining\"} 1", "vestibule_queue_length{lane=\"gate\"} 2",
        ] { #expect(lines.contains { $0 == line }, "\(line)") }
        #expect(!lines.contains { $0.hasPrefix("vestibule_queue_length{lane=\"portal\"}") })
    }

    @Test func `Has counted what happened, once for each row of the audit log`() throws {
        var counters = Array(repeating: 0, count: Event.allCases.count)
        var ada = try Browser(
            tally: Tally(add: { counters[$0] += 1 }, read: { pool(counters: counters) }))
        let person = try Person()
        try ada.signIn(person)
        let codes = try ada.enrol().codes
        try ada.press("Sign out")
        try ada.signIn(person)
        try ada.press("Verify and sign in", ["code": "000000"])
        try ada.press("Use recovery code", ["recovery-code": codes[0]])
        let lines = try ada.open("/metrics", headers: Self.asOperator).html.split(separator: "\n")
        for (event, result, count) in [
            ("signed-in", "done", 1), ("second-factor-enabled", "done", 1), ("challenge-started", "done", 1),
            ("code-refused", "refused", 1), ("signed-in-by-recovery-code", "done", 1),
            ("password-refused", "refused", 0),
        ] {
            let line = "vestibule_audit_events_total{event=\"\(event)\",result=\"\(result)\"} \(count)"
            #expect(lines.contains { $0 == line }, "\(line)")
        }
    }

    @Test func `Has measured how far the clock is off`() throws {
        var browser = try Browser()
        browser.now = browser.now.advanced(bySeconds: 90)
        let text = try browser.open("/metrics", headers: Self.asOperator).html
        let offset = text.firstMatch(of: /vestibule_clock_offset_seconds\{reference="database"\} ([\d.]+)/)
        #expect((80..<100).contains(offset.flatMap { Double($0.output.1) } ?? 0))
    }

    @Test func `Has counted who has a second factor, of those who may sign in`() throws {
        let coverage = try TestInstance.store().coverage()
        var browser = try browser()
        let people = try browser.open("/metrics", headers: Self.asOperator).html
            .matches(of: /vestibule_people\{[^}]*\} (\d+)/).map { Int($0.output.1)! }
        #expect(people.count == 4)
        #expect(coverage.people <= people.reduce(0, +))
    }
}
