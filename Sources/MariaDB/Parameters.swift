import CMariaDB

/// The places of a statement's `?`, and the memory that they share, which is kept for the next execution.
@safe final class Parameters {
    private let binds: UnsafeMutableBufferPointer<MYSQL_BIND>
    /// Never nothing: libmariadb takes a value that lies nowhere for `NULL`.
    private var memory = UnsafeMutableRawBufferPointer.allocate(byteCount: 64, alignment: 8)

    init(count: Int) {
        unsafe binds = .allocate(capacity: count)
        unsafe binds.initialize(repeating: MYSQL_BIND())
    }

    deinit {
        unsafe binds.deallocate()
        unsafe memory.deallocate()
    }

    /// The corresponding C type is `MYSQL_BIND`.
    var places: UnsafeMutablePointer<MYSQL_BIND>? { unsafe binds.baseAddress }

    /// Puts `values` into the places, and says whether these are as they were at the last execution: values of the same
    /// types and lengths. libmariadb and the server then need not be told of them again.
    func fill(_ values: [Value]) -> Bool {
        precondition(unsafe values.count == binds.count, "a statement needs a value for each of its ?")
        let room = values.reduce(0) { $0 + $1.room }
        if unsafe room > memory.count {
            unsafe memory.deallocate()
            unsafe memory = .allocate(byteCount: room, alignment: 8)
        }
        var free = unsafe memory[...]
        var areAsBefore = true
        for (index, value) in values.enumerated() {
            let bind = unsafe value.bind(in: UnsafeMutableRawBufferPointer(rebasing: free))
            unsafe areAsBefore = areAsBefore && bind.isLike(binds[index])
            unsafe binds[index] = bind
            unsafe free = free.dropFirst(value.room)
        }
        return areAsBefore
    }
}

extension MYSQL_BIND {
    fileprivate func isLike(_ other: MYSQL_BIND) -> Bool {
        unsafe buffer == other.buffer && buffer_type == other.buffer_type && buffer_length == other.buffer_length
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
