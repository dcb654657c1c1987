/// The way to a server: a session while there is one, and whether a transaction is under way on it.
final class Link {
    private enum Transaction {
        case none
        case open
        /// The server has undone it, or the session is lost; whatever follows must not be executed on its own.
        case failed(MariaDBError)
    }

    private let server: Server
    private var session: Session?
    private var transaction = Transaction.none
    /// Why nobody waits for the server just now, and until when.
    private var silence: (error: MariaDBError, end: ContinuousClock.Instant)?

    /// A way to a server that need not be there until the first statement.
    init(to server: Server) {
        self.server = server
    }

    func open() throws(MariaDBError) {
        _ = try openSession()
    }

    var lastInsertedID: Int64 { session?.lastInsertedID ?? 0 }

    var isInTransaction: Bool {
        if case .none = transaction { false } else { true }
    }

    /// Lends the session to `work`, on a new session once more if the server cannot have heard of it.
    func perform<Result>(_ work: (Session) throws(MariaDBError) -> Result) throws(MariaDBError) -> Result {
        if case .failed(let error) = transaction { throw error }
        do {
            return try attempt(work)
        } catch let error where error.code == .serverGone && !isInTransaction {
            return try attempt(work)
        }
    }

    func begin() throws(MariaDBError) {
        try perform { session throws(MariaDBError) in try session.run("START TRANSACTION") }
        transaction = .open
    }

    /// Throws `CommitUnknown` if the server may have committed all the same.
    func commit() throws {
        if let failure {
            rollBack()
            throw failure
        }
        do {
            try attempt { session throws(MariaDBError) in try session.run("COMMIT") }
            transaction = .none
        } catch {
            let isUndone = error.code.allowsAnotherTry
            if !isUndone { session = nil }
            rollBack()
            throw isUndone ? error : CommitUnknown(cause: error)
        }
    }

    /// Ends the transaction without a trace. Returns why it could not have gone on, if so.
    @discardableResult
    func rollBack() -> MariaDBError? {
        defer { transaction = .none }
        // A session that cannot roll back is closed, which makes the server roll back.
        do throws(MariaDBError) { try session?.run("ROLLBACK") } catch { session = nil }
        return failure
    }

    private var failure: MariaDBError? {
        if case .failed(let error) = transaction { error } else { nil }
    }

    private func attempt<Result>(_ work: (Session) throws(MariaDBError) -> Result) throws(MariaDBError) -> Result {
        do {
            return try work(openSession())
        } catch {
            if error.code.endsConnection { session = nil }
            if isInTransaction, error.code.endsConnection || error.code.allowsAnotherTry {
                transaction = .failed(error)
            }
            throw error
        }
    }

    /// Whoever has waited in vain for a server that hangs has done so for those, too, who ask within the next quarter of a
    /// second: a queue behind them is told so at once, instead of one after the other.
    private func openSession() throws(MariaDBError) -> Session {
        if let session { return session }
        let start = ContinuousClock.now
        if let silence, start < silence.end { throw silence.error }
        do {
            let session = try Session(to: server)
            self.session = session
            return session
        } catch {
            let now = ContinuousClock.now
            if now - start >= .seconds(server.timeout) { silence = (error, now + .milliseconds(250)) }
            throw error
        }
    }
}
