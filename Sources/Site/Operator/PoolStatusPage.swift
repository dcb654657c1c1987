import HTTP
import Metrics

/// Shows the operator the pool at work: as text for people, and as JSON for programs that ask for `/status?json`.
///
/// The database is not asked, so that the page is there when it is needed most.
enum PoolStatusPage {
    static func show(_ request: Request, _ pool: PoolStatus?, _ store: borrowing Store) -> Response {
        let now = request.receivedAt
        guard let pool else { return .text(.notFound, "This worker has no supervisor: there is no pool to tell of.\n") }
        guard request.query["json"] != nil else { return .text(.ok, pool.text(at: now)) }
        return .text(.ok, pool.json(at: now), as: "application/json")
    }
}
