/// A row of a result, read by the names of its columns.
///
/// A column that is missing or of another type is a mistake in the program and ends it, naming the column and never
/// its value.
public struct Row: Sendable {
    let columns: [String]
    var cells: [Cell] = []
    /// The contents of all columns that are not integers, one after the other.
    var contents: [UInt8] = []

    enum Cell {
        case null
        case integer(Int64)
        case content(Range<Int>)
    }

    init(columns: [String]) {
        self.columns = columns
        cells.reserveCapacity(columns.count)
        contents.reserveCapacity(128)
    }

    public func integer(_ column: String) -> Int64 { required(integerIfPresent(column), column) }

    /// The content of a binary or a text column, exactly as long as it is stored.
    public func bytes(_ column: String) -> [UInt8] { required(bytesIfPresent(column), column) }

    public func text(_ column: String) -> String { required(textIfPresent(column), column) }

    public func isNull(_ column: String) -> Bool {
        if case .null = self[column] { true } else { false }
    }

    /// The integer, or `nil` where the column is `NULL`.
    public func integerIfPresent(_ column: String) -> Int64? {
        switch self[column] {
        case .integer(let integer): integer
        case .null: nil
        case .content: preconditionFailure("the column \(column) is not an integer")
        }
    }

    /// The bytes, or `nil` where the column is `NULL`.
    public func bytesIfPresent(_ column: String) -> [UInt8]? {
        content(of: column).map { Array(contents[$0]) }
    }

    /// The text, or `nil` where the column is `NULL`. What may not be UTF-8 is to be read as bytes.
    public func textIfPresent(_ column: String) -> String? {
        content(of: column).map { place in
            guard let text = try? UTF8Span(validating: contents.span.extracting(place)) else {
                preconditionFailure("the column \(column) is not UTF-8")
            }
            return String(copying: text)
        }
    }

    private func content(of column: String) -> Range<Int>? {
        switch self[column] {
        case .content(let place): place
        case .null: nil
        case .integer: preconditionFailure("the column \(column) is an integer")
        }
    }

    private subscript(column: String) -> Cell {
        let length = column.utf8.count
        guard let index = columns.firstIndex(where: { $0.utf8.count == length && $0 == column }) else {
            preconditionFailure("there is no column \(column)")
        }
        return cells[index]
    }

    private func required<Wanted>(_ value: Wanted?, _ column: String) -> Wanted {
        guard let value else { preconditionFailure("the column \(column) is NULL") }
        return value
    }
}
