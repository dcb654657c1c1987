/// A connection to the database server.
///
/// It cannot be copied, so it has one owner, and it is closed when that owner lets go of it. It opens itself again
/// after the server was restarted. A statement that did not reach the server is sent again; one that may have been
/// executed never is, so nothing is ever done twice.
public struct Connection: ~Copyable {
    let link: Link

    public init(to server: Server) throws(MariaDBError) {
        link = Link(to: server)
        try link.open()
    }

    /// A connection that its first statement opens: the server need not be there yet.
    public init(openingLaterTo server: Server) {
        link = Link(to: server)
    }

    /// The rows of a `SELECT` or `CALL`, of a `CALL` those of its first result.
    ///
    /// The statement is prepared once and kept for as long as the connection lives. It names its columns, because
    /// those of a `*` may be others by the time it is executed.
    public borrowing func rows(_ statement: String, _ values: [Value] = []) throws(MariaDBError) -> [Row] {
        try link.perform { session throws(MariaDBError) in try session.rows(statement, values) }
    }

    /// How many rows an `INSERT`, `UPDATE` or `DELETE` changed. A row that already was as wanted does not count.
    @discardableResult
    public borrowing func change(_ statement: String, _ values: [Value] = []) throws(MariaDBError) -> Int {
        try link.perform { session throws(MariaDBError) in try session.change(statement, values) }
    }

    /// Asks the server whether it accepts `statement`, without executing it.
    public borrowing func prepare(_ statement: String) throws(MariaDBError) {
        try link.perform { session throws(MariaDBError) in try session.prepare(statement) }
    }

    /// Executes one statement that has no values and returns no rows, and need not be of a kind that can be prepared.
    public borrowing func run(_ statement: String) throws(MariaDBError) {
        try link.perform { session throws(MariaDBError) in try session.run(statement) }
    }

    /// The number that the server gave to the row inserted by the last `change`, or 0.
    public var lastInsertedID: Int64 { link.lastInsertedID }
}
