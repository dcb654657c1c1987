/// What the addresses begin with that a regular expression matches, as far as it can be said without running it.
struct Beginnings {
    /// Each address begins with one of these. An empty one says nothing.
    let literals: [Word]

    init(of pattern: Word) {
        literals = Beginnings.alternatives(pattern.bytes[...]).flatMap { alternative in
            alternative.first == UInt8(ascii: "^") ? Beginnings.literals(alternative.dropFirst()) : [Word([])]
        }
    }

    /// Whether an address may begin with `prefix` and be matched.
    func mayMeet(_ prefix: Word, ignoringCase: Bool) -> Bool {
        literals.contains { literal in
            let (literal, prefix) = ignoringCase ? (literal.lowercased, prefix.lowercased) : (literal, prefix)
            return literal.overlaps(prefix)
        }
    }

    /// Whether `address`, and no longer one, may be matched.
    func mayBegin(_ address: Word) -> Bool {
        literals.contains { address.lowercased.begins(with: $0.lowercased) }
    }

    /// The sides of each `|` that stands in no group and no set.
    static func alternatives(_ pattern: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
        var sides: [ArraySlice<UInt8>] = []
        var start = pattern.startIndex
        var depth = 0
        var index = start
        while index < pattern.endIndex {
            switch pattern[index] {
            case UInt8(ascii: "\\"): index += 1
            case UInt8(ascii: "("), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: ")"), UInt8(ascii: "]"): depth -= 1
            case UInt8(ascii: "|") where depth == 0:
                sides.append(pattern[start..<index])
                start = index + 1
            default: break
            }
            index += 1
        }
        return sides + [pattern[start...]]
    }

    private static func literals(_ pattern: ArraySlice<UInt8>) -> [Word] {
        var beginnings: [[UInt8]] = [[]]
        var rest = pattern
        while let (choices, isWhole) = piece(&rest) {
            if let quantifier = rest.first, Array("?*{".utf8).contains(quantifier) { break }
            beginnings = beginnings.flatMap { beginning in choices.map { beginning + $0 } }
            if !isWhole || rest.first == UInt8(ascii: "+") || beginnings.count > 64 { break }
        }
        return beginnings.map { Word($0) }
    }

    /// Takes the next letter, or group of alternatives, off `rest`; `nil` where neither stands there.
    private static func piece(_ rest: inout ArraySlice<UInt8>) -> (choices: [[UInt8]], isWhole: Bool)? {
        guard let byte = rest.popFirst() else { return nil }
        switch byte {
        case UInt8(ascii: "\\"):
            guard let escaped = rest.popFirst(), !isLetterOrDigit(escaped) else { return nil }
            return ([[escaped]], true)
        case UInt8(ascii: "("):
            guard let end = rest.firstIndex(of: UInt8(ascii: ")")) else { return nil }
            var group = rest[..<end]
            rest = rest[(end + 1)...]
            if group.starts(with: "?:".utf8) { group = group.dropFirst(2) }
            let sides = alternatives(group)
            guard !group.contains(UInt8(ascii: "(")), sides.allSatisfy({ $0.allSatisfy(isPlain) }) else { return nil }
            return (sides.map(Array.init), true)
        default: return isPlain(byte) ? ([[byte]], true) : nil
        }
    }

    private static func isPlain(_ byte: UInt8) -> Bool { !Array(".[](){}?*+|$^\\".utf8).contains(byte) }

    static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: false
        }
    }
}
