import Metrics
import Testing

@Suite struct `What Prometheus reads` {
    @Test func `Is a line a sample, under what its metric means`() {
        var measurements = Exposition()
        measurements.begin("requests_total", .counter, "Requests.")
        measurements.sample("requests_total", ["lane": "gate", "code": "2xx"], is: 7)
        measurements.begin("up", .gauge, "Whether it is.")
        measurements.sample("up", is: 1)
        #expect(
            measurements.text == """
                # HELP requests_total Requests.
                # TYPE requests_total counter
                requests_total{lane="gate",code="2xx"} 7
                # HELP up Whether it is.
                # TYPE up gauge
                up 1

                """)
    }

    @Test func `Has a histogram with its sum, its count, and a bucket for everything`() {
        var counts = Array(repeating: 0, count: Histogram.buckets)
        counts[3] = 5
        counts[17] = 1
        var measurements = Exposition()
        measurements.sample("t", lane: "gate", is: Histogram(counts: counts, sum: .milliseconds(12_002)))
        let lines = measurements.text.split(separator: "\n")
        #expect(lines.count == 20)
        #expect(lines[0] == "t_bucket{lane=\"gate\",le=\"0.00005\"} 0")
        #expect(lines[3] == "t_bucket{lane=\"gate\",le=\"0.0005\"} 5")
        #expect(lines[16] == "t_bucket{lane=\"gate\",le=\"10\"} 5")
        #expect(
            lines[17...] == [
                "t_bucket{lane=\"gate\",le=\"+Inf\"} 6", "t_sum{lane=\"gate\"} 12.002", "t_count{lane=\"gate\"} 6",
            ])
    }

    @Test(arguments: [
        (Duration.zero, "0"), (.nanoseconds(1), "0.000000001"), (.microseconds(250), "0.00025"), (.seconds(10), "10"),
        (.milliseconds(-1_500), "-1.5"), (.milliseconds(-20), "-0.02"), (.seconds(1_800_000_000), "1800000000"),
    ])
    func `Has seconds in decimal digits`(duration: Duration, text: String) {
        #expect(duration.decimalSeconds == text)
    }
}
