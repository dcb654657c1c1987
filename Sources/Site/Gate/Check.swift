import Authentication
import HTTP

/// Answers nginx, which asks for a site whether this browser may pass: 204 is the only yes, and says who it is.
enum Check {
    static let path: Path = "/auth/check"

    static func show(_ request: Request, _ site: ProtectedSite, _ store: borrowing Store) throws -> Response {
        guard let visitor = try store.visitor(of: site, request) else { return Response(.unauthorized) }
        guard let demand = store.demand(of: site, request), demand.obstacle(to: visitor.standing) == nil else {
            return Response(.forbidden)
        }
        var response = Response(.noContent)
        response.set("Remote-User", visitor.email)
        response.set("Remote-Name", visitor.headerName)
        response.set("Remote-Email", visitor.email)
        response.set("Remote-Groups", visitor.role.rawValue)
        return response
    }
}
