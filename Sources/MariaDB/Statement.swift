import CMariaDB

/// A statement that the server has prepared.
@safe final class Statement {
    private let handle: UnsafeMutablePointer<MYSQL_STMT>
    private let text: String
    private let parameters: Parameters
    private var isBound = false
    /// What a row looks like; a `CALL` tells it only when it is executed.
    private var columns: Columns?

    /// The corresponding C function is `mysql_stmt_prepare`.
    init(_ text: String, on session: UnsafeMutablePointer<MYSQL>) throws(MariaDBError) {
        guard let handle = unsafe mysql_stmt_init(session) else { fatalError("out of memory") }
        guard unsafe mysql_stmt_prepare(handle, text, UInt(text.utf8.count)) == 0 else {
            defer { unsafe mysql_stmt_close(handle) }
            throw unsafe MariaDBError(of: handle, in: text)
        }
        unsafe self.handle = handle
        self.text = text
        parameters = Parameters(count: unsafe Int(mysql_stmt_param_count(handle)))
        columns = try boundColumns()
    }

    deinit { unsafe mysql_stmt_close(handle) }

    /// The number that the server gave to the row inserted last. The corresponding C function is
    /// `mysql_stmt_insert_id`.
    var lastInsertedID: Int64 { unsafe Int64(truncatingIfNeeded: mysql_stmt_insert_id(handle)) }

    func rows(_ values: [Value]) throws(MariaDBError) -> [Row] {
        try execute(values)
        let rows = try firstResult()
        try discardRemainingResults()
        return rows
    }

    /// The corresponding C function is `mysql_stmt_affected_rows`.
    func change(_ values: [Value]) throws(MariaDBError) -> Int {
        try execute(values)
        precondition(unsafe mysql_stmt_field_count(handle) == 0, "a statement that returns rows was not asked for them")
        return unsafe Int(mysql_stmt_affected_rows(handle))
    }

    /// The corresponding C functions are `mysql_stmt_bind_param` and `mysql_stmt_execute`.
    private func execute(_ values: [Value]) throws(MariaDBError) {
        if !parameters.fill(values) || !isBound {
            isBound = unsafe mysql_stmt_bind_param(handle, parameters.places) == 0
            guard isBound else { throw failure }
        }
        guard unsafe mysql_stmt_execute(handle) == 0 else { throw failure }
    }

    /// Nothing is left to discard where the server breaks off with an error in place of the rows: freeing a result
    /// then has libmariadb wait for rows that never come.
    ///
    /// The corresponding C functions are `mysql_stmt_store_result` and `mysql_stmt_fetch`.
    private func firstResult() throws(MariaDBError) -> [Row] {
        guard let columns = try boundColumns() else { return [] }
        guard unsafe mysql_stmt_store_result(handle) == 0 else { throw failure }
        var rows: [Row] = []
        while true {
            switch unsafe mysql_stmt_fetch(handle) {
            case 0, MYSQL_DATA_TRUNCATED: unsafe try rows.append(columns.row(of: handle, in: text))
            case MYSQL_NO_DATA: return rows
            default: throw failure
            }
        }
    }

    /// The columns of the rows that are to come, if any are. The corresponding C function is `mysql_stmt_bind_result`.
    private func boundColumns() throws(MariaDBError) -> Columns? {
        if let columns { return columns }
        guard let columns = unsafe Columns(of: handle) else { return nil }
        guard unsafe mysql_stmt_bind_result(handle, columns.binds) == 0 else { throw failure }
        return columns
    }

    /// Reads whatever else a `CALL` returns, so that the next statement finds its own answer.
    ///
    /// The corresponding C functions are `mysql_stmt_next_result` and `mysql_stmt_free_result`.
    private func discardRemainingResults() throws(MariaDBError) {
        var status: CInt
        repeat { status = unsafe mysql_stmt_next_result(handle) } while status == 0
        guard status < 0 else { throw failure }
        unsafe mysql_stmt_free_result(handle)
    }

    private var failure: MariaDBError {
        let error = unsafe MariaDBError(of: handle, in: text)
        return MariaDBError(code: error.code, message: withoutValues(error.message), statement: text)
    }
}

extension MariaDBError {
    /// The corresponding C functions are `mysql_stmt_errno` and `mysql_stmt_error`.
    fileprivate init(of statement: UnsafeMutablePointer<MYSQL_STMT>, in text: String) {
        self.init(
            code: Code(rawValue: unsafe mysql_stmt_errno(statement)),
            message: unsafe String(cString: mysql_stmt_error(statement)), statement: text)
    }
}
