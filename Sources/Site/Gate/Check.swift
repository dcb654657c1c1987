import HTTP

/// Answers nginx, which asks for another site whether this browser may pass: 204 is the only yes.
enum Check {
    static func show(_ request: Request, _ who: Anyone, _ store: borrowing Store) throws -> Response {
        guard let who = try store.signedInUser(request, who.site) else { return Response(.unauthorized) }
        return Response(who.mustEnrol ? .forbidden : .noContent)
    }
}
