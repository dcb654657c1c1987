/// A value bound to a `?` of a statement, or found in a column of a row.
public enum Value: Equatable, Sendable {
    case null
    case integer(Int64)
    /// Bytes that the server compares as bytes, whatever the column's collation.
    case bytes([UInt8])
    /// Text that the server compares by the column's collation.
    case text(String)
}
