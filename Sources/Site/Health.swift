import HTTP

/// Tells a monitor that the site is alive and reaches its database; it is 503 otherwise.
enum Health {
    static func show(_ request: Request, _ store: borrowing Store) throws -> Response {
        _ = try store.rows(.schemaVersion)
        var response = Response(.ok)
        response.body = Array("ok\n".utf8)
        response.set("Content-Type", "text/plain; charset=utf-8")
        return response
    }
}
