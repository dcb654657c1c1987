/// The address of a screen, in its one canonical spelling.
///
/// nginx has already decoded `%41` and merged `//`; what is still not canonical after that was made to
/// deceive somebody and never becomes a `Path`. Paths are compared as bytes.
public struct Path: Hashable, Sendable, ExpressibleByStringLiteral {
    public let bytes: [UInt8]

    /// Longer addresses name nothing here.
    public static let longest = 1_024

    public init?(_ bytes: some Sequence<UInt8>) {
        let bytes = Array(bytes)
        guard bytes.first == UInt8(ascii: "/"), bytes.count <= Path.longest,
            bytes.allSatisfy(Path.isAllowed),
            !Path.hasEmptyOrDottedSegment(bytes),
            isUTF8(bytes)
        else { return nil }
        self.bytes = bytes
    }

    /// A path written in our own source.
    public init(stringLiteral path: StaticString) {
        self.bytes = Array("\(path)".utf8)
    }

    /// The path as text, for a log line, a header or an attribute of a form.
    public var text: String { String(decoding: bytes, as: UTF8.self) }

    /// What stands between the slashes: of `/admin/people/7` it is `admin`, `people` and `7`.
    public var segments: [[UInt8]] {
        bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).dropFirst().map(Array.init)
    }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        byte >= 0x20 && byte != 0x7F && byte != UInt8(ascii: "\\") && byte != UInt8(ascii: ";")
    }

    /// Whether there is a segment `.` or `..`, or an empty one before the last.
    private static func hasEmptyOrDottedSegment(_ bytes: [UInt8]) -> Bool {
        var start = 1
        for end in bytes.indices.dropFirst() where bytes[end] == UInt8(ascii: "/") {
            if start == end || isDotted(bytes[start..<end]) { return true }
            start = end + 1
        }
        return isDotted(bytes[start...])
    }

    private static func isDotted(_ segment: ArraySlice<UInt8>) -> Bool {
        (1...2).contains(segment.count) && segment.allSatisfy { $0 == UInt8(ascii: ".") }
    }
}
