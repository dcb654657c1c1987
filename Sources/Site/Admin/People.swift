import Authentication
import HTTP

/// Everybody who has an account: search, pages, and a way to add somebody.
enum People {
    static let path: Path = "/admin/people"
    /// How many stand on a page.
    private static let count = 50

    static func show(_ request: Request, _ who: Administrator, _ store: borrowing Store) throws -> Response {
        try page(request, who, store, AddPerson.form(who))
    }

    /// The list below the form for `adding` somebody.
    static func page(
        _ request: Request, _ who: Administrator, _ store: borrowing Store, status: Status = .ok, _ adding: HTML
    ) throws -> Response {
        let search = PeopleSearch(request.query)
        let found = try store.people(search, after: request.query["after"] ?? [], count + 1)
        let isFirst = request.query["after"] == nil
        return Layout.portal(
            "People", at: path, request, who.signedIn, status: status, isError: status != .ok,
            """
            \(adding)
            <section class="card" aria-labelledby="people">
            <header class="card-header"><h2 id="people">Accounts</h2></header>
            \(form(search))
            \(found.isEmpty ? empty(search, isFirst: isFirst) : table(found.prefix(count), at: request.receivedAt))
            \(pages(search, found, isFirst: isFirst))
            </section>
            """)
    }

    private static func form(_ search: PeopleSearch) -> HTML {
        let checked: HTML? = search.withoutSecondFactor ? " checked" : nil
        return """
            <form class="filter" method="get" action="\(path.text)">
            <div class="field"><label for="q">Search</label>
            <input id="q" name="q" type="search" value="\(search.text)" placeholder="Name or email" maxlength="200"></div>
            <label class="check"><input type="checkbox" name="without-two-factor" value="on"\(checked)>Without two-factor\
            </label>
            <button class="button">Search</button>
            </form>
            """
    }

    private static func empty(_ search: PeopleSearch, isFirst: Bool) -> HTML {
        if !isFirst { return "<p>There is nobody after these.</p>" }
        if !search.text.isEmpty { return "<p>Nobody matches. Search for part of a name or of an email address.</p>" }
        return "<p>Everybody here has two-factor authentication.</p>"
    }

    private static func table(_ people: some Collection<Account>, at now: Instant) -> HTML {
        """
        <table class="table">
        <thead><tr><th>Person</th><th>Role</th><th>Two-factor</th><th>Last sign-in</th></tr></thead>
        <tbody>
        \(people.map { row($0, at: now) })
        </tbody>
        </table>
        """
    }

    private static func row(_ account: Account, at now: Instant) -> HTML {
        let isDisabled: HTML? = account.disabledAt == nil ? nil : Colour.rose.badge("Disabled")
        return """
            <tr><td><a href="\(PersonPage.path(of: account.id).text)">\(account.name)</a> \(isDisabled)\
            <p class="hint">\(account.email.text)</p></td>\
            <td>\(account.role.title)</td>\
            <td>\(Profile.badge(account.user))</td>\
            <td data-label="Last sign-in">\(account.lastSignInAt.map { Moment($0).relative(to: now) } ?? "never")</td></tr>

            """
    }

    private static func pages(_ search: PeopleSearch, _ found: [Account], isFirst: Bool) -> HTML? {
        let last = found.count > count ? found[count - 1] : nil
        let next: HTML? = last.map {
            """
            <a class="button" rel="next" href="\(path.text)?\(search.query)&after=\(PercentEncoding.encode($0.email.text))">\
            Next page</a>
            """
        }
        let first: HTML? =
            isFirst ? nil : "<a class=\"button\" href=\"\(path.text)?\(search.query)\">First page</a>"
        if next == nil && first == nil { return nil }
        return "<nav class=\"actions\" aria-label=\"Pages\">\(first)\(next)</nav>"
    }
}
