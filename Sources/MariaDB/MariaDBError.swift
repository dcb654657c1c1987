/// What the server refused, or why it could not be reached.
///
/// The text of the statement is kept for the log. The values bound to it are not, even where the server's message
/// quotes them: they may be passwords or secrets.
public struct MariaDBError: Error, Equatable, CustomStringConvertible {
    public let code: Code
    public let message: String
    /// The statement, or `nil` if the connection itself failed.
    public let statement: String?

    public var description: String {
        "MariaDB error \(code.rawValue): \(message)"
            + (statement.map { "; statement: " + $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") } ?? "")
    }
}

/// The outcome of a transaction is unknown: the connection was lost between `COMMIT` and its answer.
///
/// All of it may have been applied, or nothing; only the data can tell.
public struct CommitUnknown: Error, Equatable, CustomStringConvertible {
    public let cause: MariaDBError

    public var description: String { "the outcome of a commit is unknown: \(cause)" }
}
