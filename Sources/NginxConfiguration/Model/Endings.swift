/// What the addresses end with that a regular expression matches, as far as it can be said without running it.
struct Endings {
    /// Each address ends with one of these. An empty one says nothing.
    let literals: [Word]

    init(of pattern: Word) {
        literals = Beginnings.alternatives(pattern.bytes[...]).flatMap { alternative in
            alternative.last == UInt8(ascii: "$") ? Endings.literals(alternative.dropLast()) : [Word([])]
        }
    }

    /// Whether `address` may be matched. It is never wrong when it says no.
    func mayEnd(_ address: Word) -> Bool {
        literals.contains { address.lowercased.ends(with: $0.lowercased) }
    }

    /// `php` of `\.php`, and both of `\.(?:png|jpg)`.
    private static func literals(_ pattern: ArraySlice<UInt8>) -> [Word] {
        guard pattern.last == UInt8(ascii: ")"), let start = pattern.lastIndex(of: UInt8(ascii: "(")) else {
            return [Word(pattern.reversed().prefix(while: Beginnings.isLetterOrDigit).reversed())]
        }
        var group = pattern[(start + 1)...].dropLast()
        if group.starts(with: "?:".utf8) { group = group.dropFirst(2) }
        let sides = group.split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false)
        return sides.allSatisfy { $0.allSatisfy(Beginnings.isLetterOrDigit) } ? sides.map { Word($0) } : [Word([])]
    }
}
