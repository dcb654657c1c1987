/// Finds the processes that can no longer help themselves.
extension Child {
    /// Kills it if it is overdue, hangs, or has been stopped for a while, and says so.
    mutating func look(_ hungAfter: Duration, _ isOverdue: Bool, _ process: String) -> PoolEvent? {
        stoppedSince = isStopped ? stoppedSince ?? .now : nil
        let event: PoolEvent
        if isOverdue {
            event = .killed(process: process, id: id)
        } else if let silentFor = slot?.silentFor, silentFor > hungAfter {
            event = .hung(process: process, id: id, busyFor: silentFor)
        } else if let stoppedSince, .now - stoppedSince > min(hungAfter, .seconds(3)) {
            event = .stopped(process: process, id: id)
        } else {
            return nil
        }
        killAtOnce()
        return event
    }
}
