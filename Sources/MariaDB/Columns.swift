import CMariaDB

/// The columns of a statement's rows, and the memory where libmariadb leaves each row.
///
/// Integers and short contents are left there whole. Of what is longer only the length counts: it is fetched once more,
/// into memory of exactly its size.
@safe final class Columns {
    private struct Cell {
        var integer: Int64 = 0
        var length: CUnsignedLong = 0
        var isNull: my_bool = 0
        var isTruncated: my_bool = 0
    }

    /// The longest content that is left whole: hashes, names and most addresses.
    private static let room = 64

    private let names: [String]
    private let contents: UnsafeMutableRawBufferPointer
    private let cells: UnsafeMutableBufferPointer<Cell>
    private let places: UnsafeMutableBufferPointer<MYSQL_BIND>

    /// The corresponding C type is `MYSQL_BIND`.
    var binds: UnsafeMutablePointer<MYSQL_BIND>? { unsafe places.baseAddress }

    /// The columns of a statement that returns rows. The corresponding C function is `mysql_stmt_result_metadata`.
    init?(of statement: UnsafeMutablePointer<MYSQL_STMT>) {
        guard let metadata = unsafe mysql_stmt_result_metadata(statement) else { return nil }
        defer { unsafe mysql_free_result(metadata) }
        let fields = unsafe UnsafeBufferPointer(
            start: mysql_fetch_fields(metadata), count: Int(mysql_num_fields(metadata)))
        names = unsafe fields.map { unsafe String(cString: $0.name) }
        unsafe contents = .allocate(byteCount: fields.count * Columns.room, alignment: 8)
        unsafe cells = .allocate(capacity: fields.count)
        unsafe cells.initialize(repeating: Cell())
        unsafe places = .allocate(capacity: fields.count)
        unsafe places.initialize(repeating: MYSQL_BIND())
        for index in fields.indices {
            let cell = unsafe cells.baseAddress! + index
            unsafe places[index].length = cell.pointer(to: \.length)
            unsafe places[index].is_null = cell.pointer(to: \.isNull)
            unsafe places[index].error = cell.pointer(to: \.isTruncated)
            if unsafe isInteger(fields[index]) {
                unsafe places[index].buffer_type = MYSQL_TYPE_LONGLONG
                unsafe places[index].buffer = UnsafeMutableRawPointer(cell.pointer(to: \.integer))
            } else {
                unsafe places[index].buffer_type = MYSQL_TYPE_BLOB
                unsafe places[index].buffer = content(index).baseAddress
                unsafe places[index].buffer_length = UInt(Columns.room)
            }
        }
    }

    deinit {
        unsafe contents.deallocate()
        unsafe cells.deallocate()
        unsafe places.deallocate()
    }

    /// The row that `statement` has just fetched.
    func row(of statement: UnsafeMutablePointer<MYSQL_STMT>, in text: String) throws(MariaDBError) -> Row {
        var row = Row(columns: names)
        for index in names.indices {
            let cell = unsafe cells[index]
            if cell.isNull != 0 {
                row.cells.append(.null)
            } else if unsafe places[index].buffer_type == MYSQL_TYPE_BLOB {
                let start = row.contents.count
                unsafe append(column: index, of: statement, count: Int(cell.length), to: &row.contents)
                row.cells.append(.content(start..<row.contents.count))
            } else if cell.isTruncated == 0 {
                row.cells.append(.integer(cell.integer))
            } else {
                let message = "an integer of more than 63 bits in the column \(names[index])"
                throw MariaDBError(code: .outOfRange, message: message, statement: text)
            }
        }
        return row
    }

    /// The corresponding C function is `mysql_stmt_fetch_column`.
    private func append(
        column: Int, of statement: UnsafeMutablePointer<MYSQL_STMT>, count: Int, to contents: inout [UInt8]
    ) {
        guard count > Columns.room else {
            unsafe contents.append(contentsOf: UnsafeRawBufferPointer(rebasing: content(column).prefix(count)))
            return
        }
        let start = contents.count
        contents.append(contentsOf: repeatElement(0, count: count))
        unsafe contents.withUnsafeMutableBytes { memory in
            var bind = unsafe MYSQL_BIND()
            unsafe bind.buffer_type = MYSQL_TYPE_BLOB
            unsafe bind.buffer = memory.baseAddress! + start
            unsafe bind.buffer_length = UInt(count)
            let status = unsafe mysql_stmt_fetch_column(statement, &bind, CUnsignedInt(column), 0)
            precondition(status == 0, "a row was fetched without its columns")
        }
    }

    private func content(_ column: Int) -> UnsafeMutableRawBufferPointer {
        let start = column * Columns.room
        return unsafe UnsafeMutableRawBufferPointer(rebasing: contents[start..<(start + Columns.room)])
    }
}

/// Whether the column holds whole numbers, as a `SUM` of whole numbers does too.
private func isInteger(_ field: MYSQL_FIELD) -> Bool {
    switch unsafe field.type {
    case MYSQL_TYPE_TINY, MYSQL_TYPE_SHORT, MYSQL_TYPE_INT24, MYSQL_TYPE_LONG, MYSQL_TYPE_LONGLONG, MYSQL_TYPE_YEAR:
        true
    case MYSQL_TYPE_NEWDECIMAL: unsafe field.decimals == 0
    default: false
    }
}
