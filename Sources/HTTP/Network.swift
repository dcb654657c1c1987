/// As much of a browser's address as one person can hold: an IPv4 address, or a /64 of IPv6, in which anybody has as many
/// addresses as they like.
public struct Network: Hashable, Sendable {
    /// Eight bytes of an IPv6 address; otherwise what nginx wrote.
    public let bytes: [UInt8]

    /// Reads an address as nginx writes it. What is none is a network of its own.
    public init(of address: [UInt8]) {
        guard let groups = Network.groups(address) else {
            bytes = address
            return
        }
        bytes = groups.prefix(4).flatMap { [UInt8(truncatingIfNeeded: $0 >> 8), UInt8(truncatingIfNeeded: $0)] }
    }

    /// The eight numbers of an IPv6 address (RFC 4291 §2.2).
    ///
    /// One that stands for an IPv4 address is none: its last part has dots.
    private static func groups(_ address: [UInt8]) -> [UInt16]? {
        guard let gap = address.indices.dropLast().first(where: { address[$0] == colon && address[$0 + 1] == colon })
        else { return numbers(address[...]).flatMap { $0.count == 8 ? $0 : nil } }
        guard let left = numbers(address[..<gap]), let right = numbers(address[(gap + 2)...]),
            left.count + right.count < 8
        else { return nil }
        return left + [UInt16](repeating: 0, count: 8 - left.count - right.count) + right
    }

    private static func numbers(_ text: ArraySlice<UInt8>) -> [UInt16]? {
        if text.isEmpty { return [] }
        var numbers: [UInt16] = []
        for part in text.split(separator: colon, omittingEmptySubsequences: false) {
            let digits = part.compactMap(hexadecimalValue)
            guard (1...4).contains(part.count), digits.count == part.count else { return nil }
            numbers.append(digits.reduce(0) { $0 << 4 | UInt16($1) })
        }
        return numbers
    }

    private static let colon = UInt8(ascii: ":")
}
