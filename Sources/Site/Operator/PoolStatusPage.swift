import HTTP
import Metrics

/// Shows the operator the pool at work: as text for people, and as JSON for programs that ask for `/status?json`.
///
/// The database is not asked, so that the page is there when it is needed most.
enum PoolStatusPage {
    static func show(_ request: Request, _ pool: PoolStatus?, _ store: borrowing Store) -> Response {
        guard let pool else { return text(.notFound, "This worker has no supervisor: there is no pool to tell of.\n") }
        guard request.query["json"] != nil else { return text(.ok, pool.text(at: request.receivedAt)) }
        return answer(.ok, "application/json", pool.json(at: request.receivedAt))
    }

    private static func text(_ status: Status, _ text: String) -> Response {
        answer(status, "text/plain; charset=utf-8", text)
    }

    private static func answer(_ status: Status, _ type: String, _ text: String) -> Response {
        var response = Response(status)
        response.body = Array(text.utf8)
        response.set("Content-Type", type)
        return response
    }
}
