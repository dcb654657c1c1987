/// Measurements in the text format of Prometheus, version 0.0.4.
public struct Exposition: Sendable {
    public private(set) var text = ""

    /// What `Content-Type` says of it.
    public static let contentType = "text/plain; version=0.0.4; charset=utf-8"

    public enum Kind: String, Sendable {
        case counter
        case gauge
        case histogram
    }

    /// Names and values that tell the samples of a metric apart. They are the program's own words: a value that came
    /// from outside would need escaping, and would tell whoever reads the measurements what only the log may know.
    public typealias Labels = KeyValuePairs<String, String>

    public init() {}

    /// Begins a metric: its samples follow.
    public mutating func begin(_ name: String, _ kind: Kind, _ help: String) {
        text += "# HELP \(name) \(help)\n# TYPE \(name) \(kind.rawValue)\n"
    }

    public mutating func sample(_ name: String, _ labels: Labels = [:], is value: Int) {
        add(name, labels, "\(value)")
    }

    public mutating func sample(_ name: String, _ labels: Labels = [:], is value: Duration) {
        add(name, labels, value.decimalSeconds)
    }

    /// The samples of a histogram, whose buckets contain those before them.
    public mutating func sample(_ name: String, lane: String, is histogram: Histogram) {
        for (bound, count) in histogram.cumulative {
            sample("\(name)_bucket", ["lane": lane, "le": bound?.decimalSeconds ?? "+Inf"], is: count)
        }
        sample("\(name)_sum", ["lane": lane], is: histogram.sum)
        sample("\(name)_count", ["lane": lane], is: histogram.count)
    }

    private mutating func add(_ name: String, _ labels: Labels, _ value: String) {
        let list = labels.map { "\($0.key)=\"\($0.value)\"" }.joined(separator: ",")
        text += "\(name)\(list.isEmpty ? "" : "{\(list)}") \(value)\n"
    }
}
