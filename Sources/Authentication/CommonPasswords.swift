/// The passwords that are guessed first, because many people have chosen them.
public struct CommonPasswords: Sendable {
    private let lines: [UInt8]

    private static let newline = UInt8(ascii: "\n")

    /// Takes one password a line: in ASCII lower case, in the order of their bytes.
    public init(sortedLines lines: [UInt8]) {
        self.lines = lines
    }

    /// Whether `password` is among them, in whichever case it was typed. It is looked up where it would stand, so a
    /// list of any length costs some twenty comparisons.
    public func contains(_ password: [UInt8]) -> Bool {
        let wanted = password.map(\.lowercased)
        var low = 0
        var high = lines.count
        while low < high {
            let middle = low + (high - low) / 2
            let start = lines[low..<middle].lastIndex(of: CommonPasswords.newline).map { $0 + 1 } ?? low
            let end = lines[middle..<high].firstIndex(of: CommonPasswords.newline) ?? high
            let line = lines[start..<end]
            if line.elementsEqual(wanted) { return true }
            if line.lexicographicallyPrecedes(wanted) { low = end + 1 } else { high = start }
        }
        return false
    }
}
