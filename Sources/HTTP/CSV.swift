/// Comma-separated values (RFC 4180) that a spreadsheet opens as text alone.
public enum CSV {
    /// Tells a spreadsheet that the file is UTF-8, which it would otherwise read as the letters of some code page.
    public static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// A line with its end. Every cell is quoted; bytes that are not UTF-8 are replaced.
    public static func line(_ cells: [[UInt8]]) -> [UInt8] {
        var line: [UInt8] = []
        for (index, cell) in cells.enumerated() {
            if index > 0 { line.append(UInt8(ascii: ",")) }
            line.append(UInt8(ascii: "\""))
            append(String(decoding: cell, as: UTF8.self), to: &line)
            line.append(UInt8(ascii: "\""))
        }
        return line + "\r\n".utf8
    }

    /// What a spreadsheet would take for the beginning of a formula gets an apostrophe before it, which makes it text.
    ///
    /// A cell may begin also after what separates cells elsewhere: where numbers have a decimal comma, a spreadsheet
    /// cuts lines at semicolons, whatever the quotes say.
    private static func append(_ text: String, to line: inout [UInt8]) {
        var begins = true
        for scalar in text.unicodeScalars {
            if begins, formulaStarts.contains(scalar) { line.append(UInt8(ascii: "'")) }
            begins = separators.contains(scalar)
            line += scalar == "\"" ? Array("\"\"".utf8) : Array(String(scalar).utf8)
        }
    }

    /// The last four are the wide forms that East Asian keyboards type.
    private static let formulaStarts: Set<UnicodeScalar> = [
        "=", "+", "-", "@", "\t", "\r", "\n", "\0", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}",
    ]
    private static let separators: Set<UnicodeScalar> = [",", ";", "|", "\t", "\r", "\n", "\""]
}
