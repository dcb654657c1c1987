private import CMariaDB

extension MariaDBError {
    /// The server has hundreds of codes, and gains more; these are the ones that have a name here.
    public struct Code: RawRepresentable, Hashable, Sendable {
        public let rawValue: UInt32

        public init(rawValue: UInt32) { self.rawValue = rawValue }

        fileprivate init(_ constant: Int32) { rawValue = UInt32(constant) }
    }
}

extension MariaDBError.Code {
    /// A unique key already holds this value. The corresponding C constant is `ER_DUP_ENTRY`.
    public static let duplicateEntry = Self(ER_DUP_ENTRY)
    /// The server undid this transaction so that another could go on. The corresponding C constant is
    /// `ER_LOCK_DEADLOCK`.
    public static let deadlock = Self(ER_LOCK_DEADLOCK)
    /// A row stayed locked for too long. The corresponding C constant is `ER_LOCK_WAIT_TIMEOUT`.
    public static let lockWaitTimeout = Self(ER_LOCK_WAIT_TIMEOUT)
    /// A node of a Galera cluster that is not, or not yet, part of it. The corresponding C constant is
    /// `ER_UNKNOWN_COM_ERROR`.
    public static let galeraNotReady = Self(ER_UNKNOWN_COM_ERROR)
    /// The value is longer than its column. The corresponding C constant is `ER_DATA_TOO_LONG`.
    public static let dataTooLong = Self(ER_DATA_TOO_LONG)
    /// The number does not fit. The corresponding C constant is `ER_WARN_DATA_OUT_OF_RANGE`.
    public static let outOfRange = Self(ER_WARN_DATA_OUT_OF_RANGE)
    /// The corresponding C constant is `ER_NO_SUCH_TABLE`.
    public static let noSuchTable = Self(ER_NO_SUCH_TABLE)
    /// The corresponding C constant is `ER_PARSE_ERROR`.
    public static let syntaxError = Self(ER_PARSE_ERROR)
    /// The corresponding C constant is `ER_UNKNOWN_SYSTEM_VARIABLE`.
    public static let unknownVariable = Self(ER_UNKNOWN_SYSTEM_VARIABLE)
    /// The corresponding C constant is `ER_UNKNOWN_STMT_HANDLER`.
    public static let unknownPreparedStatement = Self(ER_UNKNOWN_STMT_HANDLER)
    /// The corresponding C constant is `ER_NEED_REPREPARE`.
    public static let needsPreparing = Self(ER_NEED_REPREPARE)
    /// The corresponding C constant is `ER_CON_COUNT_ERROR`.
    public static let tooManyConnections = Self(ER_CON_COUNT_ERROR)
    /// The account has as many connections as each of its kind may have. The corresponding C constant is
    /// `ER_TOO_MANY_USER_CONNECTIONS`.
    public static let tooManyUserConnections = Self(ER_TOO_MANY_USER_CONNECTIONS)
    /// The account has used up what it was granted of connections or statements. The corresponding C constant is
    /// `ER_USER_LIMIT_REACHED`.
    public static let userLimitReached = Self(ER_USER_LIMIT_REACHED)
    /// No server listens on the socket. The corresponding C constant is `CR_CONNECTION_ERROR`.
    public static let connectionRefused = Self(CR_CONNECTION_ERROR)
    /// The connection was already closed, so the statement never reached the server. The corresponding C constant is
    /// `CR_SERVER_GONE_ERROR`.
    public static let serverGone = Self(CR_SERVER_GONE_ERROR)
    /// The connection broke, or time ran out, while we waited for the answer. The corresponding C constant is
    /// `CR_SERVER_LOST`.
    public static let serverLost = Self(CR_SERVER_LOST)
    /// The server closes this connection. The corresponding C constant is `ER_CONNECTION_KILLED`.
    public static let connectionKilled = Self(ER_CONNECTION_KILLED)
    /// The corresponding C constant is `ER_SERVER_SHUTDOWN`.
    public static let serverShutdown = Self(ER_SERVER_SHUTDOWN)
    /// A routine refused by `SIGNAL` to do what it was asked. The corresponding C constant is `ER_SIGNAL_EXCEPTION`.
    public static let raised = Self(ER_SIGNAL_EXCEPTION)
    /// Somebody ended the statement, and left the connection. The corresponding C constant is `ER_QUERY_INTERRUPTED`.
    public static let statementKilled = Self(ER_QUERY_INTERRUPTED)
    /// The server ended the statement, which took longer than it allows. The corresponding C constant is
    /// `ER_STATEMENT_TIMEOUT`.
    public static let statementTimeout = Self(ER_STATEMENT_TIMEOUT)
    /// The server has no thread left for a connection. The corresponding C constant is `ER_CANT_CREATE_THREAD`.
    static let noThreadLeft = Self(ER_CANT_CREATE_THREAD)
    /// The server has no memory left. The corresponding C constant is `ER_OUT_OF_RESOURCES`.
    static let outOfResources = Self(ER_OUT_OF_RESOURCES)
    /// The system refused the storage engine something, such as space on the disk. The corresponding C constant is
    /// `ER_GET_ERRNO`.
    static let storageFailed = Self(ER_GET_ERRNO)
    /// The storage engine only reads, as it does while it repairs itself. The corresponding C constant is
    /// `ER_INNODB_READ_ONLY`.
    static let storageReadOnly = Self(ER_INNODB_READ_ONLY)
    /// The server only reads for now. The corresponding C constant is `ER_OPTION_PREVENTS_STATEMENT`.
    static let readOnly = Self(ER_OPTION_PREVENTS_STATEMENT)
    /// The corresponding C constant is `ER_DISK_FULL`.
    static let diskFull = Self(ER_DISK_FULL)
    /// The corresponding C constant is `ER_RECORD_FILE_FULL`.
    static let tableFull = Self(ER_RECORD_FILE_FULL)
    /// The corresponding C constant is `CR_COMMANDS_OUT_OF_SYNC`.
    static let outOfSync = Self(CR_COMMANDS_OUT_OF_SYNC)
    /// The corresponding C constant is `CR_MALFORMED_PACKET`.
    static let malformedPacket = Self(CR_MALFORMED_PACKET)
    /// The rows of a prepared statement have got more or fewer columns, and libmariadb leaves them unread. The
    /// corresponding C constant is `CR_NEW_STMT_METADATA`.
    static let otherColumns = Self(CR_NEW_STMT_METADATA)

    /// Whether the server cannot do now what it could do before and will do again: no fault of the statement.
    public var isTemporary: Bool {
        switch self {
        case .connectionRefused, .tooManyConnections, .tooManyUserConnections, .userLimitReached: true
        case .statementKilled, .statementTimeout, .noThreadLeft, .outOfResources: true
        case .readOnly, .diskFull, .tableFull, .storageFailed, .storageReadOnly: true
        default: endsConnection || allowsAnotherTry
        }
    }

    /// Whether the connection is of no more use.
    var endsConnection: Bool {
        switch self {
        case .serverGone, .serverLost, .connectionKilled, .serverShutdown: true
        case .outOfSync, .malformedPacket, .otherColumns: true
        default: false
        }
    }

    /// Whether nothing of the transaction will remain, and the whole of it may well succeed the next time.
    var allowsAnotherTry: Bool { self == .deadlock || self == .lockWaitTimeout || self == .galeraNotReady }

    /// Whether the statement was not executed because the server has forgotten what was prepared.
    var asksToPrepareAgain: Bool { self == .unknownPreparedStatement || self == .needsPreparing }
}
