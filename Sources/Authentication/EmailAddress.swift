/// An email address in its one canonical spelling: ASCII, in lower case (RFC 5321 §4.1.2, without quotes).
///
/// It says who somebody is, so it is compared as bytes, and what merely looks like it is another or none.
public struct EmailAddress: Hashable, Sendable {
    public let bytes: [UInt8]

    private static let longest = 254
    private static let longestLocalPart = 64
    private static let longestLabel = 63

    /// Reads what a person typed, without the spaces and tabs around it.
    public init?(_ typed: some Sequence<UInt8>) {
        let isBlank: (UInt8) -> Bool = { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
        var bytes = Array(typed)
        while let last = bytes.last, isBlank(last) { bytes.removeLast() }
        bytes.removeFirst(bytes.prefix(while: isBlank).count)
        for index in bytes.indices { bytes[index] = bytes[index].lowercased }
        guard bytes.count <= EmailAddress.longest, let at = bytes.firstIndex(of: UInt8(ascii: "@")),
            EmailAddress.isLocalPart(bytes[..<at]), EmailAddress.isDomain(bytes[(at + 1)...])
        else { return nil }
        self.bytes = bytes
    }

    public var text: String { String(decoding: bytes, as: UTF8.self) }

    private static func isLocalPart(_ side: ArraySlice<UInt8>) -> Bool {
        side.count <= longestLocalPart
            && areParts(of: side) { atom in
                !atom.isEmpty && atom.allSatisfy { $0.isLetter || $0.isDigit || symbols.contains($0) }
            }
    }

    private static func isDomain(_ side: ArraySlice<UInt8>) -> Bool {
        let hyphen = UInt8(ascii: "-")
        return areParts(of: side) { label in
            (1...longestLabel).contains(label.count) && label.first != hyphen && label.last != hyphen
                && label.allSatisfy { $0.isLetter || $0.isDigit || $0 == hyphen }
        }
    }

    /// Whether everything between the dots of `side` is as `isMeant` says.
    private static func areParts(of side: ArraySlice<UInt8>, _ isMeant: (ArraySlice<UInt8>) -> Bool) -> Bool {
        var rest = side
        while let dot = rest.firstIndex(of: UInt8(ascii: ".")) {
            guard isMeant(rest[..<dot]) else { return false }
            rest = rest[(dot + 1)...]
        }
        return isMeant(rest)
    }

    private static let symbols = Array("!#$%&'*+-/=?^_`{|}~".utf8)
}
