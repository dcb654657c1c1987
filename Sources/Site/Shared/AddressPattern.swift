import HTTP

/// The addresses that one row of the table is about: a single one, or those that differ in the segment written `*`.
struct AddressPattern: Sendable, ExpressibleByStringLiteral {
    private let path: Path
    /// The segments of a family of addresses; `nil` for a single address.
    private let segments: [[UInt8]]?

    init(stringLiteral pattern: StaticString) {
        path = Path(stringLiteral: pattern)
        segments = path.segments.contains(AddressPattern.any) ? path.segments : nil
    }

    var text: String { path.text }

    func matches(_ asked: Path) -> Bool {
        guard let segments else { return asked == path }
        let given = asked.segments
        return given.count == segments.count
            && zip(segments, given).allSatisfy { $0 == AddressPattern.any ? !$1.isEmpty : $0 == $1 }
    }

    private static let any = Array("*".utf8)
}
