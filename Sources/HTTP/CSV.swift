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
        let bytes = Array(visible(text).utf8)
        var begins = true
        for (index, byte) in bytes.enumerated() {
            if begins, startsFormula(bytes[index...]) { line.append(UInt8(ascii: "'")) }
            if byte == UInt8(ascii: "\"") { line.append(byte) }
            line.append(byte)
            begins = isSeparator(byte)
        }
    }

    /// What cannot be seen, or turns the direction of what follows, is written by its number.
    private static func visible(_ text: String) -> String {
        guard text.utf8.contains(where: { !(0x20...0x7E).contains($0) }) else { return text }
        return text.unicodeScalars.reduce(into: "") { text, scalar in
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator:
                text += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
            default: text.unicodeScalars.append(scalar)
            }
        }
    }

    private static func startsFormula(_ text: ArraySlice<UInt8>) -> Bool {
        switch text.first {
        case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"): true
        case 0xEF: wideStarts.contains { text.starts(with: $0.utf8) }
        default: false
        }
    }

    /// The wide forms that East Asian keyboards type.
    private static let wideStarts = ["＝", "＋", "－", "＠"]

    private static func isSeparator(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "|"), UInt8(ascii: "\""): true
        default: false
        }
    }
}
