import Authentication
import HTTP

/// Leads everybody on to where they can do something.
enum FirstPage {
    static func show(_ request: Request, _ who: Anyone, _ store: borrowing Store) throws -> Response {
        if let somebody = try store.signedInUser(request, who.site) {
            return .redirect(to: somebody.user.role.isAdministrator ? "/admin" : "/my")
        }
        if try store.halfwayUser(request, who.site) != nil { return .redirect(to: Challenge.path) }
        return .redirect(to: "/login")
    }
}
