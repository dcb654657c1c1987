import HTTP

/// Answers nginx, which asks for another site whether this browser may pass: 204 is the only yes.
enum Check {
    static func show(_ request: Request, _ who: Anyone, _ store: borrowing Store) throws -> Response {
        Response(try store.signedInUser(request, who.site) == nil ? .unauthorized : .noContent)
    }
}
