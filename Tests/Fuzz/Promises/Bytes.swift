/// What the promises say about bytes, in words of their own: the product's would share its mistakes.
extension [UInt8] {
    init(_ text: StaticString) { self = Array("\(text)".utf8) }

    /// Whether `part` stands somewhere in it, in one piece.
    func holds(_ part: [UInt8]) -> Bool {
        part.isEmpty || indices.contains { self[$0...].starts(with: part) }
    }

    /// What comes after `start`, if it starts with that.
    func after(_ start: [UInt8]) -> [UInt8]? { starts(with: start) ? Array(dropFirst(start.count)) : nil }

    /// Whether `part` is left over when some bytes are struck out.
    func holdsInOrder(_ part: [UInt8]) -> Bool {
        var rest = part[...]
        for byte in self where byte == rest.first { rest = rest.dropFirst() }
        return rest.isEmpty
    }

    /// The parts between the bytes `separator`, empty ones included.
    func parts(_ separator: UInt8) -> [[UInt8]] {
        split(separator: separator, omittingEmptySubsequences: false).map { Array($0) }
    }

    var uppercased: [UInt8] { map { 0x61 <= $0 && $0 <= 0x7A ? $0 - 0x20 : $0 } }
    var lowercased: [UInt8] { map { 0x41 <= $0 && $0 <= 0x5A ? $0 + 0x20 : $0 } }

    /// Every byte as `%` and two digits.
    var percentEncoded: [UInt8] {
        let digits = [UInt8]("0123456789abcdef")
        return flatMap { [0x25, digits[Int($0 / 16)], digits[Int($0 % 16)]] }
    }
}
