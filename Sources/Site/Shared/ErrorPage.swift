import HTTP

/// Says what went wrong and what to do next, for each status that is no screen's own.
///
/// What nginx answers itself it answers with pages of its own, in `nginx/static/errors`.
enum ErrorPage {
    static func response(_ status: Status, to request: Request, _ site: SiteIdentity) -> Response {
        request.isOperators ? .text(status, line(status)) : response(status, site, asFragment: request.wantsFragment)
    }

    /// The same for what was no request.
    static func response(_ status: Status, _ site: SiteIdentity, asFragment: Bool = false) -> Response {
        let (title, sentence) = words(status)
        return Layout.door(
            title, at: nil, site, asFragment: asFragment, status: status, isError: true, content(sentence))
    }

    /// The same for somebody who is signed in, and stays in the midst of their pages.
    static func response(_ status: Status, to request: Request, _ who: SignedInUser) -> Response {
        let (title, sentence) = words(status)
        return page(status, title, sentence, request, who)
    }

    /// A page of the console, asked for by somebody whose role does not reach it.
    static func onlyForAdministrators(_ request: Request, _ who: SignedInUser) -> Response {
        page(
            .forbidden, "This page is for administrators",
            "Your account does not reach it. Ask an administrator if you need something that is done here.", request,
            who)
    }

    private static func page(
        _ status: Status, _ title: String, _ sentence: String, _ request: Request, _ who: SignedInUser
    ) -> Response {
        Layout.portal(
            title, at: nil, request, who, status: status, isError: true,
            "<section class=\"card\">\n\(content(sentence))\n</section>")
    }

    private static func content(_ sentence: String) -> HTML {
        "<p>\(sentence)</p>\n<p><a class=\"button\" href=\"/\">Go to the first page</a></p>"
    }

    /// For whoever runs the pool: what a monitor can show.
    private static func line(_ status: Status) -> String {
        switch status {
        case .serviceUnavailable: "The site cannot reach its data: vestibule.log says why.\n"
        case .internalError: "The site failed: vestibule.log says why.\n"
        default: "\(words(status).title).\n"
        }
    }

    private static func words(_ status: Status) -> (title: String, sentence: String) {
        switch status {
        case .badRequest:
            (
                "This request could not be read",
                "Your browser sent something that the site does not understand, and nothing was changed. Go back, reload the "
                    + "page and try again."
            )
        case .forbidden:
            (
                "This was refused",
                "The form that was sent is out of date, or was not ours. Nothing was changed. Open the page again and repeat "
                    + "what you did."
            )
        case .notFound:
            ("Page not found", "There is nothing at this address. Check it for a missing or extra character.")
        case .methodNotAllowed:
            (
                "This address does not take that",
                "The page exists, but cannot be used in the way it was asked. Nothing was changed."
            )
        case .contentTooLarge:
            ("That was too much", "What was sent is larger than any form here needs. Nothing was changed.")
        case .unsupportedMediaType:
            ("This is not a form", "What your browser sent is not a form. Nothing was changed.")
        case .serviceUnavailable:
            (
                "Please try again in a moment",
                "The site cannot reach its data just now. Wait a few seconds, then check whether what you did has happened "
                    + "before you repeat it."
            )
        default:
            (
                "Something went wrong",
                "The site could not finish what you asked for, and has written down why. Check whether it happened before you "
                    + "repeat it."
            )
        }
    }
}
