/// The master keys, as read from their file: one line a key, its number and 64 hexadecimal digits.
/// Empty lines and lines that begin with `#` say nothing.
struct KeyRing: ~Copyable {
    /// Where the digits of each key stand in `text`, by the key's number, the newest first.
    private let entries: [(id: KeyID, digits: Range<Int>)]
    private let text: Secret

    static let keyCount = 32

    init(path: String) throws(KeyRingError) {
        let text = try KeyRing.read(path)
        let entries = try text.withSpan { text throws(KeyRingError) in try KeyRing.entries(in: text, of: path) }
        self.entries = entries
        self.text = text
    }

    var ids: [KeyID] { entries.map(\.id) }

    /// The master key at `index` of `ids`.
    borrowing func key(at index: Int) -> Secret {
        let digits = entries[index].digits
        return text.withSpan { text in
            unsafe Secret(count: KeyRing.keyCount) { key in
                for (position, digit) in digits.enumerated() {
                    unsafe key[position / 2] = key[position / 2] << 4 | Hexadecimal.value(text[digit])!
                }
            }
        }
    }

    private static func entries(
        in text: Span<UInt8>, of path: String
    ) throws(KeyRingError) -> [(id: KeyID, digits: Range<Int>)] {
        var entries: [(id: KeyID, digits: Range<Int>)] = []
        var start = 0
        var number = 0
        while start < text.count {
            number += 1
            let end = (start..<text.count).first { text[$0] == UInt8(ascii: "\n") } ?? text.count
            if start < end, text[start] != UInt8(ascii: "#") {
                guard let entry = entry(in: text, from: start, to: end) else {
                    throw KeyRingError(path: path, reason: .malformed(line: number))
                }
                guard !entries.contains(where: { $0.id == entry.id }) else {
                    throw KeyRingError(path: path, reason: .duplicate(entry.id))
                }
                entries.append(entry)
            }
            start = end + 1
        }
        guard !entries.isEmpty else { throw KeyRingError(path: path, reason: .empty) }
        return entries.sorted { $0.id > $1.id }
    }

    private static func entry(in text: Span<UInt8>, from start: Int, to end: Int) -> (id: KeyID, digits: Range<Int>)? {
        guard let space = (start..<end).first(where: { text[$0] == UInt8(ascii: " ") }),
            let id = Decimal.value((start..<space).map { text[$0] }).flatMap(UInt32.init(exactly:))
        else { return nil }
        let digits = (space + 1)..<end
        guard digits.count == keyCount * 2, digits.allSatisfy({ Hexadecimal.value(text[$0]) != nil })
        else { return nil }
        return (KeyID(rawValue: id), digits)
    }
}
