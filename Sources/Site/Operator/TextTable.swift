/// Rows of words in columns, for a terminal: the first column begins at the left, the others end at the right.
struct TextTable {
    let text: String

    /// - Parameter rows: as long as each other, in ASCII.
    init(_ rows: [[String]]) {
        let widths = (rows.first ?? []).indices.map { column in rows.map { $0[column].utf8.count }.max() ?? 0 }
        text = rows.map { row in
            let cells = row.enumerated().map { column, word in
                let space = String(repeating: " ", count: widths[column] - word.utf8.count)
                return column == 0 ? word + space : space + word
            }
            return cells.joined(separator: "  ") + "\n"
        }
        .joined()
    }
}
