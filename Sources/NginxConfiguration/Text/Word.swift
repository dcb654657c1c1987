/// A word of nginx's configuration, without its quotes and escapes. Words are compared byte for byte.
public struct Word: Hashable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
    public let bytes: [UInt8]

    public init(_ bytes: some Sequence<UInt8>) {
        self.bytes = Array(bytes)
    }

    public init(stringLiteral text: String) {
        bytes = Array(text.utf8)
    }

    public var description: String { String(decoding: bytes, as: UTF8.self) }

    /// As it would be written: in quotes where it has a space.
    var written: String { bytes.contains(UInt8(ascii: " ")) ? "\"\(self)\"" : description }

    /// As nginx compares what is without case: ASCII letters alone.
    var lowercased: Word {
        Word(bytes.map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 | 0x20 : $0 })
    }

    func begins(with beginning: Word) -> Bool { bytes.starts(with: beginning.bytes) }

    func ends(with end: Word) -> Bool { bytes.suffix(end.bytes.count).elementsEqual(end.bytes) }

    /// Whether one of them begins with the other, as addresses and folders do of which one lies in the other.
    func overlaps(_ other: Word) -> Bool { begins(with: other) || other.begins(with: self) }

    func contains(_ part: Word) -> Bool {
        (0...max(0, bytes.count - part.bytes.count)).contains { bytes.dropFirst($0).starts(with: part.bytes) }
    }

    /// Whether its last part has an ending, as names of files have.
    var isFile: Bool { bytes.reversed().prefix { $0 != UInt8(ascii: "/") }.contains(UInt8(ascii: ".")) }

    /// Its words, where it has spaces.
    var parts: Set<Word> { Set(bytes.split(separator: UInt8(ascii: " ")).map { Word($0) }) }

    /// What stands before the first variable or the query.
    var literal: Word { Word(bytes.prefix { $0 != UInt8(ascii: "$") && $0 != UInt8(ascii: "?") }) }
}
