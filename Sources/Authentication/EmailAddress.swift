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
        let trimmed = Array(typed).drop(while: isBlank).reversed().drop(while: isBlank).reversed()
        bytes = trimmed.map(\.lowercased)
        let sides = bytes.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
        guard bytes.count <= EmailAddress.longest, sides.count == 2,
            EmailAddress.isLocalPart(sides[0]), EmailAddress.isDomain(sides[1])
        else { return nil }
    }

    public var text: String { String(decoding: bytes, as: UTF8.self) }

    private static func isLocalPart(_ side: ArraySlice<UInt8>) -> Bool {
        let atoms = side.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return side.count <= longestLocalPart
            && atoms.allSatisfy { !$0.isEmpty && $0.allSatisfy { $0.isLetter || $0.isDigit || symbols.contains($0) } }
    }

    private static func isDomain(_ side: ArraySlice<UInt8>) -> Bool {
        let hyphen = UInt8(ascii: "-")
        return side.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy { label in
            (1...longestLabel).contains(label.count) && label.first != hyphen && label.last != hyphen
                && label.allSatisfy { $0.isLetter || $0.isDigit || $0 == hyphen }
        }
    }

    private static let symbols = Array("!#$%&'*+-/=?^_`{|}~".utf8)
}
