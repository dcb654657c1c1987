import Authentication
import HTTP
import Secrets

/// Answers, in the name of a site, whoever the check did not let pass: with where to go on, or with why there is no way.
enum Refused {
    static func show(_ request: Request, _ site: ProtectedSite, _ store: borrowing Store) throws -> Response {
        let visitor = try store.visitor(of: site, request)
        let demand = store.demand(of: site, request)
        let obstacle = visitor.flatMap { demand?.obstacle(to: $0.standing) }
        // A script can do nothing with a page, and knows what these mean: 401 where signing in would help.
        guard request.provenance.wantsPage else {
            let isCurable = visitor == nil || obstacle == .enrolment || obstacle == .code
            return Response(isCurable ? .unauthorized : .forbidden)
        }
        guard let demand else {
            return page(
                site, "This page is set up wrongly", "Its administrator finds the reason in Vestibule's log.", store)
        }
        guard let visitor else { return lead(stranger: request, site, demand, store) }
        switch obstacle {
        case .role?:
            return page(
                site, "This page is not for your account",
                "You are signed in as \(visitor.email), which does not reach it. Ask an administrator if you need it.",
                store)
        case .enrolment?, .code?:
            return lead(request, site, demand, store)
        case nil:
            return page(site, "This page is not shown", "\(site.host) refuses it, whoever asks.", store)
        }
    }

    /// Sends whoever is not known to the sign-in, unless they have come from there again and again.
    private static func lead(
        stranger request: Request, _ site: ProtectedSite, _ demand: Demand, _ store: borrowing Store
    ) -> Response {
        guard Arrivals(at: site, request).areInVain else { return lead(request, site, demand, store) }
        let sentence =
            "It keeps no cookie of \(site.host), or has a wrong one as well. Delete the cookies of that site, then open it again."
        return page(site, "Your browser does not stay signed in", sentence, store)
    }

    /// Sends the browser to the sign-in, with a cookie by which the site will know it again.
    private static func lead(
        _ request: Request, _ site: ProtectedSite, _ demand: Demand, _ store: borrowing Store
    ) -> Response {
        let entry = request.cookies[site.cookies.name(.entry)].flatMap { Token($0) } ?? Token.random()
        guard let back = ReturnAddress(at: site, request.target, browser: site.isOwn ? nil : entry, demand) else {
            return page(site, "This address is too long", "Open a shorter one, and sign in there first.", store)
        }
        // The sign-in's own cookies are at the host where it was asked, whichever of its names that is.
        if site.isOwn { return .redirect(to: "/login", back) }
        return .redirect(toURL: "\(store.identity.url)/login?\(back.query)")
            .setting(site.cookies.cookie(.entry, entry.text, maximumAge: 86_400))
    }

    private static func page(
        _ site: ProtectedSite, _ title: String, _ sentence: String, _ store: borrowing Store
    ) -> Response {
        SitePage.response(
            title, site, status: .forbidden,
            """
            <p>\(sentence)</p>
            <p><a class="button wide" href="\(store.identity.url)/">Go to \(store.identity.name)</a></p>
            """, store.identity)
    }
}
