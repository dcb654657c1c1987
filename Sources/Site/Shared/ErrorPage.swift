import HTTP

/// Says what went wrong and what to do next, for each status that is no screen's own.
enum ErrorPage {
    static func response(_ status: Status, to request: Request, _ site: SiteIdentity) -> Response {
        response(status, site, asFragment: request.wantsFragment)
    }

    /// The same for what was no request.
    static func response(_ status: Status, _ site: SiteIdentity, asFragment: Bool = false) -> Response {
        let (title, sentence) = words(status)
        return Layout.door(
            title, at: nil, site, asFragment: asFragment, status: status, isError: true,
            "<p>\(sentence)</p>\n<p><a class=\"button\" href=\"/\">Go to the first page</a></p>")
    }

    private static func words(_ status: Status) -> (title: String, sentence: String) {
        switch status {
        case .badRequest:
            ("Request not understood", "Your browser sent something that is not a request. Go back and try again.")
        case .forbidden:
            (
                "Form not accepted",
                "This form has expired or was not ours. Nothing was changed. Open the page again and repeat what you did."
            )
        case .notFound:
            ("Page not found", "There is nothing at this address. It may have moved, or a character may be missing.")
        case .methodNotAllowed:
            ("Not possible here", "This address cannot be used in that way. Start again from the first page.")
        case .contentTooLarge:
            ("Too much at once", "What your browser sent is longer than any form here. Nothing was changed.")
        case .unsupportedMediaType:
            ("Not a form", "What your browser sent is not a form. Nothing was changed.")
        case .serviceUnavailable:
            (
                "Please try again in a moment",
                "The site cannot reach its data just now. Wait a few seconds, then check whether what you did has happened before you repeat it."
            )
        default:
            (
                "Something went wrong",
                "The site could not finish what you asked for, and has written down why. Check whether it happened before you repeat it."
            )
        }
    }
}
