import Authentication
import HTTP
import Secrets

/// One person: how they sign in, what happened to their account lately, and what an administrator can do for them.
enum PersonPage {
    static func show(_ request: Request, _ who: Administrator, _ store: borrowing Store) throws -> Response {
        try about(request, who, store) { try page($0, request, who, store) }
    }

    /// The address of a person's page, or of something that is done there.
    static func path(of id: Int64, _ action: String = "") -> Path { Path("/admin/people/\(id)\(action)".utf8)! }

    /// Has `answer` answer about the person whose page was asked for, or says that there is none.
    static func about(
        _ request: Request, _ who: Administrator, _ store: borrowing Store, _ answer: (Account) throws -> Response
    ) throws -> Response {
        try account(request, store).map(answer) ?? ErrorPage.response(.notFound, to: request, who.signedIn)
    }

    private static func account(_ request: Request, _ store: borrowing Store) throws -> Account? {
        let digits = request.path.segments[2]
        guard let id = Decimal.value(digits), String(id).utf8.elementsEqual(digits) else { return nil }
        return try store.account(Int64(id))
    }

    static func page(
        _ account: Account, _ request: Request, _ who: Administrator, _ store: borrowing Store,
        status: Status = .ok, refusal: HTML? = nil, reasonError: String? = nil
    ) throws -> Response {
        let now = request.receivedAt
        let mayAdminister = who.user.role.mayAdminister(account.role)
        return Layout.portal(
            account.name, at: path(of: account.id), request, who.signedIn, status: status, isError: status != .ok,
            """
            \(refusal.map { Colour.rose.notice($0) })
            <section class="card" aria-labelledby="details">
            <header class="card-header"><h2 id="details">Details</h2>\
            \(account.disabledAt == nil ? nil : Colour.rose.badge("Disabled"))</header>
            \(facts(account, at: now))
            </section>
            \(mayAdminister ? PersonForms.html(account, who, reasonError: reasonError) : onlySuperAdministrators)
            \(RecentEvents.card(try store.recentEvents(of: account.user), at: now))
            """)
    }

    private static func facts(_ account: Account, at now: Instant) -> HTML {
        let since: HTML? = account.user.secondFactor.map { " since \(Moment($0.since).html)" }
        return """
            <dl class="facts">
            <div><dt>Email</dt><dd>\(account.email.text)</dd></div>
            <div><dt>Role</dt><dd>\(account.role.title)</dd></div>
            <div><dt>Two-factor</dt><dd>\(Profile.badge(account.user))\(since)</dd></div>
            <div><dt>Last sign-in</dt><dd>\(account.lastSignInAt.map { Moment($0).relative(to: now) } ?? "never")</dd></div>
            <div><dt>Added</dt><dd>\(Moment(account.createdAt).html)</dd></div>
            </dl>
            """
    }

    private static let onlySuperAdministrators = Colour.slate.notice(
        "Only a Super administrator can change the account of an administrator.")
}
