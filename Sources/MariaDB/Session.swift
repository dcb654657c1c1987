import CMariaDB

/// One session with the server, and the statements prepared in it. It ends when it is let go of, or when the server
/// ends it.
@safe final class Session {
    private let handle: UnsafeMutablePointer<MYSQL>
    /// As many as the program has statements; they are as old as the session.
    private var statements: [String: Statement] = [:]
    /// The one executed last, which is often the next one too: to compare one text costs less than to look it up.
    private var last: (words: String, statement: Statement)?
    private(set) var lastInsertedID: Int64 = 0

    /// The corresponding C function is `mysql_real_connect`.
    init(to server: Server) throws(MariaDBError) {
        guard let handle = unsafe mysql_init(nil) else { fatalError("out of memory") }
        unsafe self.handle = handle
        unsafe setOptions(of: handle, for: server)
        let password = (server.password ?? []).map(CChar.init(bitPattern:)) + [0]
        let connected = unsafe mysql_real_connect(
            handle, nil, server.user, password, server.database, 0, server.socket, 0)
        guard unsafe connected != nil else { throw unsafe MariaDBError(of: handle, in: nil) }
        try pinSettings()
    }

    // The statements are let go of after this: they find their session closed, and do not close themselves one by one.
    deinit { unsafe mysql_close(handle) }

    func rows(_ text: String, _ values: [Value]) throws(MariaDBError) -> [Row] {
        try withStatement(text) { statement throws(MariaDBError) in try statement.rows(values) }
    }

    func change(_ text: String, _ values: [Value]) throws(MariaDBError) -> Int {
        try withStatement(text) { statement throws(MariaDBError) in
            let count = try statement.change(values)
            lastInsertedID = statement.lastInsertedID
            return count
        }
    }

    func prepare(_ text: String) throws(MariaDBError) {
        try withStatement(text) { _ in }
    }

    /// The corresponding C function is `mysql_real_query`.
    func run(_ text: String) throws(MariaDBError) {
        guard unsafe mysql_real_query(handle, text, UInt(text.utf8.count)) == 0 else {
            throw unsafe MariaDBError(of: handle, in: text)
        }
        precondition(unsafe mysql_field_count(handle) == 0, "a statement that returns rows was not asked for them")
    }

    /// Lends the prepared statement to `body`, freshly prepared once more if the server has forgotten it.
    private func withStatement<Result>(
        _ text: String, _ body: (Statement) throws(MariaDBError) -> Result
    ) throws(MariaDBError) -> Result {
        do {
            return try body(prepared(text))
        } catch let error where error.code.asksToPrepareAgain {
            statements[text] = nil
            last = nil
            return try body(prepared(text))
        }
    }

    private func prepared(_ text: String) throws(MariaDBError) -> Statement {
        if let last, last.words == text { return last.statement }
        let statement: Statement
        if let known = statements[text] {
            statement = known
        } else {
            unsafe statement = try Statement(text, on: handle)
            statements[text] = statement
        }
        last = (text, statement)
        return statement
    }
}

extension MariaDBError {
    /// The corresponding C functions are `mysql_errno` and `mysql_error`.
    init(of session: UnsafeMutablePointer<MYSQL>, in statement: String?) {
        self.init(
            code: Code(rawValue: unsafe mysql_errno(session)), message: unsafe String(cString: mysql_error(session)),
            statement: statement)
    }
}
