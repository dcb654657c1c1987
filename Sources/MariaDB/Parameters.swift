import CMariaDB

/// The places of a statement's `?`, made once and filled for each execution.
@safe final class Parameters {
    private let binds: UnsafeMutableBufferPointer<MYSQL_BIND>

    init(count: Int) {
        unsafe binds = .allocate(capacity: count)
        unsafe binds.initialize(repeating: MYSQL_BIND())
    }

    deinit { unsafe binds.deallocate() }

    /// Lends `body` the places with `values` in them. They are copied to one piece of memory that stays put meanwhile.
    func withBound(_ values: [Value], _ body: (UnsafeMutablePointer<MYSQL_BIND>?) -> CInt) -> CInt {
        precondition(unsafe values.count == binds.count, "a statement needs a value for each of its ?")
        let room = values.reduce(0) { $0 + $1.room }
        return unsafe withUnsafeTemporaryAllocation(byteCount: room, alignment: 8) { memory in
            var free = unsafe memory[...]
            for (index, value) in values.enumerated() {
                unsafe binds[index] = value.bind(in: UnsafeMutableRawBufferPointer(rebasing: free))
                unsafe free = free.dropFirst(value.room)
            }
            return unsafe body(binds.baseAddress)
        }
    }
}

extension Value {
    /// How much memory it takes, in multiples of 8, so that every integer is aligned.
    fileprivate var room: Int {
        switch self {
        case .null: 0
        case .integer: 8
        case .bytes(let bytes): (bytes.count + 7) / 8 * 8
        case .text(let text): (text.utf8.count + 7) / 8 * 8
        }
    }

    /// The corresponding C type is `MYSQL_BIND`.
    fileprivate func bind(in memory: UnsafeMutableRawBufferPointer) -> MYSQL_BIND {
        var bind = unsafe MYSQL_BIND()
        unsafe bind.buffer = memory.baseAddress
        switch self {
        case .null:
            unsafe bind.buffer_type = MYSQL_TYPE_NULL
        case .integer(let integer):
            unsafe bind.buffer_type = MYSQL_TYPE_LONGLONG
            unsafe memory.storeBytes(of: integer, as: Int64.self)
        case .bytes(let bytes):
            unsafe bind.buffer_type = MYSQL_TYPE_BLOB
            unsafe bind.buffer_length = UInt(bytes.count)
            unsafe memory.copyBytes(from: bytes)
        case .text(let text):
            unsafe bind.buffer_type = MYSQL_TYPE_STRING
            unsafe bind.buffer_length = UInt(text.utf8.count)
            unsafe memory.copyBytes(from: text.utf8)
        }
        return unsafe bind
    }
}
