import Logging
import Secrets

extension Store {
    /// Writes down that somebody was turned away who may be guessing.
    ///
    /// The log has a line of a kind of its own for it, one a try, by which programs such as fail2ban count: nothing that
    /// was typed stands in it.
    borrowing func refuse(
        _ event: Event, of account: Int64?, by author: Int64? = nil, on occasion: Occasion, detail: String = ""
    ) throws {
        try add(event, of: account, by: author, on: occasion, ceremony: randomBytes(16), detail)
        report(event, of: account, on: occasion, as: "refused")
    }

    /// Tells the log alone of a try that was not even judged, as the audit log has the one that used up what is allowed.
    borrowing func turnAway(_ reservation: Reservation?, of account: Int64?, on occasion: Occasion) {
        switch reservation {
        case .attempt: break
        case .blocked(let kind, _): tellLog(kind.event, of: account, on: occasion, as: "refused")
        case nil: tellLog(.challengeExhausted, of: account, on: occasion, as: "refused")
        }
    }
}
