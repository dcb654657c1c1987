/// The records of the FastCGI specification (section 3.3) that a web server writes.
enum Records {
    /// A whole request. It is sent as it stands, also where that is nonsense.
    static func request(
        _ parameters: [(name: String, value: String)], body: [UInt8] = [], keepingOpen: Bool = false
    ) -> [UInt8] {
        let pairs = parameters.flatMap { length($0.name) + length($0.value) + $0.name.utf8 + $0.value.utf8 }
        let begin: [UInt8] = [0, 1, keepingOpen ? 1 : 0, 0, 0, 0, 0, 0]
        return record(1, begin) + stream(4, pairs) + stream(5, body)
    }

    /// A GET for `path`.
    static func get(_ path: String, keepingOpen: Bool = false) -> [UInt8] {
        request([("REQUEST_METHOD", "GET"), ("DOCUMENT_URI", path)], keepingOpen: keepingOpen)
    }

    /// A form that is said to be `announced` long.
    static func post(_ path: String, _ body: String, announced: String? = nil, keepingOpen: Bool = false) -> [UInt8] {
        let parameters = [
            ("REQUEST_METHOD", "POST"), ("DOCUMENT_URI", path),
            ("CONTENT_TYPE", "application/x-www-form-urlencoded"),
            ("CONTENT_LENGTH", announced ?? "\(body.utf8.count)"),
        ]
        return request(parameters.map { (name: $0.0, value: $0.1) }, body: Array(body.utf8), keepingOpen: keepingOpen)
    }

    /// A stream is cut into records; an empty one ends it.
    private static func stream(_ type: UInt8, _ content: [UInt8]) -> [UInt8] {
        let portions = stride(from: 0, to: content.count, by: 60_000).map {
            record(type, Array(content[$0..<min($0 + 60_000, content.count)]))
        }
        return portions.flatMap(\.self) + record(type, [])
    }

    private static func record(_ type: UInt8, _ content: [UInt8]) -> [UInt8] {
        [1, type, 0, 1, UInt8(content.count >> 8), UInt8(content.count & 0xFF), 0, 0] + content
    }

    private static func length(_ text: String) -> [UInt8] {
        let count = UInt32(text.utf8.count)
        guard count >= 128 else { return [UInt8(count)] }
        return (0..<4).map { UInt8(truncatingIfNeeded: (count | 1 << 31) >> (24 - 8 * $0)) }
    }
}

/// What a web server understands of an answer.
struct Answer: Equatable {
    let status: String
    let headers: [String]
    let body: String

    init(_ output: [UInt8]) {
        let text = String(decoding: output, as: UTF8.self)
        let end = text.firstRange(of: "\r\n\r\n")
        let lines = text[..<(end?.lowerBound ?? text.endIndex)].split(separator: "\r\n").map(String.init)
        status = String((lines.first ?? "").prefix("Status: 200".count))
        headers = Array(lines.dropFirst())
        body = String(text[(end?.upperBound ?? text.endIndex)...])
    }
}
