/// A pattern of file names, as `include` has them: `*`, `?` and `[a-z]`, none of which stands for a slash.
struct Wildcard {
    private let pattern: [UInt8]

    init(_ pattern: Word) {
        self.pattern = pattern.bytes
    }

    /// Whether it is more than the name of one file.
    var isPattern: Bool { pattern.contains { Array("*?[".utf8).contains($0) } }

    func matches(_ name: Word) -> Bool { Wildcard.matches(pattern[...], name.bytes[...]) }

    private static func matches(_ pattern: ArraySlice<UInt8>, _ name: ArraySlice<UInt8>) -> Bool {
        guard let wanted = pattern.first else { return name.isEmpty }
        if wanted == UInt8(ascii: "*") {
            if matches(pattern.dropFirst(), name) { return true }
            guard let byte = name.first, byte != UInt8(ascii: "/") else { return false }
            return matches(pattern, name.dropFirst())
        }
        guard let byte = name.first else { return false }
        switch wanted {
        case UInt8(ascii: "?"):
            return byte != UInt8(ascii: "/") && matches(pattern.dropFirst(), name.dropFirst())
        case UInt8(ascii: "["):
            guard let end = pattern.dropFirst(2).firstIndex(of: UInt8(ascii: "]")) else { return false }
            let set = pattern[(pattern.startIndex + 1)..<end]
            return byte != UInt8(ascii: "/") && contains(set, byte)
                && matches(pattern[(end + 1)...], name.dropFirst())
        default: return wanted == byte && matches(pattern.dropFirst(), name.dropFirst())
        }
    }

    private static func contains(_ set: ArraySlice<UInt8>, _ byte: UInt8) -> Bool {
        var rest = set
        let isNegated = rest.first == UInt8(ascii: "!") || rest.first == UInt8(ascii: "^")
        if isNegated { rest.removeFirst() }
        var isMember = false
        while let lower = rest.popFirst() {
            guard rest.first == UInt8(ascii: "-"), rest.count >= 2 else {
                isMember = isMember || byte == lower
                continue
            }
            isMember = isMember || (lower...max(lower, rest[rest.startIndex + 1])).contains(byte)
            rest.removeFirst(2)
        }
        return isMember != isNegated
    }
}
