private import Glibc

extension Connection {
    /// Applies all that `body` does, or none of it if `body` throws.
    ///
    /// A deadlock and its like undo everything and start `body` again, so it must change nothing but the database. It
    /// is tried five times at most, and not begun again after four seconds: long enough to wait for a lock twice.
    /// Throws ``CommitUnknown`` if the connection was lost during the commit itself.
    public borrowing func transaction<Result>(_ body: () throws -> Result) throws -> Result {
        precondition(!link.isInTransaction, "transactions do not nest")
        let start = ContinuousClock.now
        for pause in [10, 25, 60, 150] {
            do {
                return try attempt(body)
            } catch let error as MariaDBError where error.code.allowsAnotherTry {
                guard ContinuousClock.now - start < .seconds(4) else { throw error }
                usleep(.random(in: 500...1500) * UInt32(pause))
            }
        }
        return try attempt(body)
    }

    private borrowing func attempt<Result>(_ body: () throws -> Result) throws -> Result {
        try link.begin()
        let result: Result
        do {
            result = try body()
        } catch {
            throw link.rollBack() ?? error
        }
        try link.commit()
        return result
    }
}
