import HTTP

/// The addresses that one row of the table is about: a single one, or those that differ in the segment written `*`.
struct AddressPattern: Sendable, ExpressibleByStringLiteral {
    private let path: Path
    private let family: Family?

    /// What the addresses of a family have in common.
    private struct Family: Sendable {
        /// Up to the first `*`; most addresses are told apart by it.
        let prefix: [UInt8]
        let segments: [[UInt8]]
    }

    init(stringLiteral pattern: StaticString) {
        path = Path(stringLiteral: pattern)
        let star = UInt8(ascii: "*")
        family =
            path.bytes.contains(star)
            ? Family(prefix: Array(path.bytes.prefix { $0 != star }), segments: path.segments) : nil
    }

    var text: String { path.text }

    func matches(_ asked: Path) -> Bool {
        guard let family else { return asked == path }
        guard asked.bytes.starts(with: family.prefix) else { return false }
        let given = asked.segments
        return given.count == family.segments.count
            && zip(family.segments, given).allSatisfy { $0.elementsEqual("*".utf8) ? !$1.isEmpty : $0 == $1 }
    }
}
