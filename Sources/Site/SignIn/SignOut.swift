import HTTP

/// Ends the session of this browser.
enum SignOut {
    static func submit(_ request: Request, _ who: SignedInUser, _ store: borrowing Store) throws -> Response {
        try store.signOut(who, on: Occasion(request))
        var response = Response.redirect(to: "/login").setting(who.site.cookie(.session, "", maximumAge: 0))
        response.set("Clear-Site-Data", "\"cache\"")
        return response
    }
}
