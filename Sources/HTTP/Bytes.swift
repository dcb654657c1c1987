/// Whether `bytes` are well-formed UTF-8 (RFC 3629): no stray, overlong or surrogate sequence.
public func isUTF8(_ bytes: [UInt8]) -> Bool {
    bytes.allSatisfy { $0 < 0x80 } || String(validating: bytes, as: UTF8.self) != nil
}

/// `bytes` without the spaces, tabs and line ends of ASCII around them.
public func trimmed(_ bytes: some BidirectionalCollection<UInt8>) -> [UInt8] {
    let isSpace: (UInt8) -> Bool = { $0 == 0x20 || (0x09...0x0D).contains($0) }
    let start = bytes.firstIndex { !isSpace($0) } ?? bytes.endIndex
    let end = bytes.lastIndex { !isSpace($0) }.map(bytes.index(after:)) ?? start
    return Array(bytes[start..<end])
}

/// The value of a hexadecimal digit.
func hexadecimalValue(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
}

extension Span<UInt8> {
    /// Whether it is `bytes`, which are as many.
    func holds(_ bytes: Span<UInt8>) -> Bool {
        for index in indices where self[index] != bytes[index] { return false }
        return true
    }
}
