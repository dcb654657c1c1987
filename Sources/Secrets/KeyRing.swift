/// The keys as read from their file. A line is a key, its number and 64 hexadecimal digits; or, with `audit` before
/// them, what is left of a retired one: the key that verifies its part of the audit log, and nothing else.
/// Empty lines and lines that begin with `#` say nothing.
struct KeyRing: ~Copyable {
    /// A line of the file that holds a key.
    struct Entry {
        let id: KeyID
        let isRetired: Bool
        /// Where its digits stand in the text, and where the whole line.
        let digits: Range<Int>
        let line: Range<Int>
    }

    /// The newest first.
    let entries: [Entry]
    let text: Secret
    /// Which file it was.
    let stamp: FileStamp?

    static let keyCount = 32
    static let retiredWord = Array("audit ".utf8)

    init(path: String) throws(KeyRingError) {
        let stamp = FileStamp(of: path)
        let text = try KeyRing.read(path)
        let entries = try text.withSpan { text throws(KeyRingError) in try KeyRing.entries(in: text, of: path) }
        self.stamp = stamp
        self.entries = entries
        self.text = text
    }

    /// The keys that seal and open, the newest first.
    var ids: [KeyID] { entries.filter { !$0.isRetired }.map(\.id) }

    /// The keys of which only the audit log's is left.
    var retired: [KeyID] { entries.filter(\.isRetired).map(\.id) }

    /// The key that a line holds.
    borrowing func key(_ id: KeyID) -> Secret {
        let digits = entries.first { $0.id == id }!.digits
        return text.withSpan { text in
            unsafe Secret(count: KeyRing.keyCount) { key in
                for (position, digit) in digits.enumerated() {
                    unsafe key[position / 2] = key[position / 2] << 4 | Hexadecimal.value(text[digit])!
                }
            }
        }
    }

    private static func entries(in text: Span<UInt8>, of path: String) throws(KeyRingError) -> [Entry] {
        var entries: [Entry] = []
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
        guard entries.contains(where: { !$0.isRetired }) else { throw KeyRingError(path: path, reason: .empty) }
        return entries.sorted { $0.id > $1.id }
    }

    private static func entry(in text: Span<UInt8>, from start: Int, to end: Int) -> Entry? {
        let isRetired = (start..<end).prefix(retiredWord.count).map { text[$0] } == retiredWord
        let first = isRetired ? start + retiredWord.count : start
        guard let space = (first..<end).first(where: { text[$0] == UInt8(ascii: " ") }),
            let id = Decimal.value((first..<space).map { text[$0] }).flatMap(UInt32.init(exactly:))
        else { return nil }
        let digits = (space + 1)..<end
        guard digits.count == keyCount * 2, digits.allSatisfy({ Hexadecimal.value(text[$0]) != nil })
        else { return nil }
        return Entry(
            id: KeyID(rawValue: id), isRetired: isRetired, digits: digits, line: start..<min(end + 1, text.count))
    }
}
