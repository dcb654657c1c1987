public import Authentication
public import Logging
public import MariaDB
public import Secrets

import HTTP

/// What the site keeps: accounts, sessions and second factors in MariaDB, secrets under the keys of the vault.
public struct Store: ~Copyable {
    let connection: Connection
    var vault: Vault
    let passwordCost: PasswordHash.Cost
    let identity: SiteIdentity
    /// Reads the list anew each time: it is needed too seldom to stay in a worker's memory.
    let readCommonPasswords: @Sendable () throws -> CommonPasswords
    /// Whether something keeps this host's clock right, by the word of its system; `nil` where that says nothing.
    let isClockSynchronised: @Sendable () -> Bool?
    let log: Logger
    let tally: Tally
    /// The sessions of the checks that are answered next.
    var batch = CheckBatch.none
    /// When the request at hand was turned to, by a clock that nobody sets.
    var turnedTo = ContinuousClock.now
    private let queries: Queries
    /// The name of this host.
    let node: [UInt8]
    /// What this host is called since it was started, and never was before: its clock may be another one since.
    let boot: [UInt8]

    /// - Parameters:
    ///   - node: the name of this host, for the audit log.
    ///   - boot: what it is called since it was started, for what people's codes say of its clock.
    public init(
        connection: consuming Connection, vault: consuming Vault, queries: Queries,
        passwordCost: PasswordHash.Cost, node: String, boot: String, identity: SiteIdentity,
        commonPasswords: @escaping @Sendable () throws -> CommonPasswords,
        isClockSynchronised: @escaping @Sendable () -> Bool?, log: Logger, tally: Tally = .none
    ) {
        self.connection = connection
        self.vault = vault
        self.queries = queries
        self.passwordCost = passwordCost
        self.identity = identity
        readCommonPasswords = commonPasswords
        self.isClockSynchronised = isClockSynchronised
        self.node = Array(node.utf8.prefix(64))
        self.boot = Array(boot.utf8.prefix(64))
        self.log = log
        self.tally = tally
    }

    borrowing func rows(_ query: Query, _ values: Value...) throws(MariaDBError) -> [Row] {
        try rows(query, values)
    }

    borrowing func rows(_ query: Query, _ values: [Value]) throws(MariaDBError) -> [Row] {
        try connection.rows(queries[query], values)
    }

    /// How many rows the statement changed.
    @discardableResult
    borrowing func change(_ query: Query, _ values: Value...) throws(MariaDBError) -> Int {
        try connection.change(queries[query], values)
    }

    /// What a routine of the vault says of itself: whether it did what it is for.
    borrowing func isDone(_ query: Query, _ values: Value...) throws(MariaDBError) -> Bool {
        try connection.rows(queries[query], values)[0].integer("done") == 1
    }

    /// Does `change` and writes `event` about it into the audit log, both or neither.
    ///
    /// `change` returns `nil` when somebody else was faster: then nothing is done and nothing is written. It may
    /// be run again from the start when the server asks for it, and does nothing outside the database.
    borrowing func record<Result>(
        _ event: Event, of account: @autoclosure () -> Int64?, by author: @autoclosure () -> Int64? = nil,
        on occasion: Occasion, detail: @autoclosure () -> String = "",
        _ change: () throws -> Result?
    ) throws -> Result? {
        let result = try transaction { ceremony in
            let result = try change()
            if result != nil {
                try add(event, of: account(), by: author(), on: occasion, ceremony: ceremony, detail())
            }
            return result
        }
        if result != nil { report(event, of: account(), on: occasion) }
        return result
    }

    /// Does `change`, which writes an audit row under the ceremony that it is given: by that row it is found out whether
    /// a commit was kept whose answer was lost. `nil` from `change` undoes what it did.
    borrowing func transaction<Result>(_ change: ([UInt8]) throws -> Result?) throws -> Result? {
        let ceremony = randomBytes(16)
        var result: Result?
        do {
            try connection.transaction {
                result = try change(ceremony)
                guard result != nil else { throw NothingToRecord() }
            }
        } catch is NothingToRecord {
            return nil
        } catch let error as CommitUnknown {
            guard let isKept = try? isDone(.findCeremony, .bytes(ceremony)), isKept else { throw error }
        }
        return result
    }

    /// Writes down what changed nothing else, such as a refusal.
    borrowing func note(
        _ event: Event, of account: Int64?, by author: Int64? = nil, on occasion: Occasion, detail: String = ""
    ) throws {
        try add(event, of: account, by: author, on: occasion, ceremony: randomBytes(16), detail)
        report(event, of: account, on: occasion)
    }

    private struct NothingToRecord: Error {}

    /// Adds a row to the audit log.
    borrowing func add(
        _ event: Event, of account: Int64?, by author: Int64?, on occasion: Occasion, ceremony: [UInt8],
        _ detail: String
    ) throws(MariaDBError) {
        let record = AuditRecord(
            at: occasion.at, event: Array(event.rawValue.utf8), author: author, account: account,
            address: occasion.address, userAgent: occasion.userAgent, requestID: occasion.requestID, node: node,
            ceremony: ceremony, detail: Array(detail.utf8.prefix(1_000)))
        try change(
            .addAudit, Value(record.at), .bytes(record.event), Value(record.author), Value(record.account),
            .bytes(record.address), .bytes(record.userAgent), .bytes(record.requestID), .bytes(record.node),
            .bytes(record.ceremony), .bytes(record.detail), .integer(Int64(vault.current.rawValue)),
            .bytes(vault.mac(record.message, for: .audit)))
    }

    /// Counts and logs what stands in the audit log now.
    borrowing func report(
        _ event: Event, of account: Int64?, on occasion: Occasion, as message: Logger.Message = "event"
    ) {
        tally.count(event)
        tellLog(event, of: account, on: occasion, as: message)
    }

    /// Tells the log, under the words of the audit log, what became of what somebody asked for.
    borrowing func tellLog(_ event: Event, of account: Int64?, on occasion: Occasion, as message: Logger.Message) {
        log.info(
            message,
            metadata: [
                "event": "\(event.rawValue)", "account": "\(account.map(String.init) ?? "-")",
                "address": "\(String(decoding: occasion.address, as: UTF8.self))",
                "request": "\(String(decoding: occasion.requestID, as: UTF8.self))",
            ])
    }
}

extension Value {
    init(_ integer: Int64?) {
        self = integer.map(Value.integer) ?? .null
    }

    init(_ instant: Instant?) {
        self = instant.map { .integer($0.microseconds) } ?? .null
    }
}
