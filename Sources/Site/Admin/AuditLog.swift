import HTTP

/// Who did what, when and from where: newest first, in pages that cost the same however old they are.
enum AuditLog {
    static let path: Path = "/admin/audit"
    private static let count = 50

    static func show(_ request: Request, _ who: Administrator, _ store: borrowing Store) throws -> Response {
        let search = AuditSearch(request.query)
        switch try search.reading(store) {
        case .refused(let errors): return refused(search, errors, request, who)
        case .filter(let filter):
            let page = try AuditPage(filter, request.query, store, count)
            return answer(
                search, AuditSearch.Errors(), request, who,
                """
                \(page.entries.isEmpty ? empty(search) : list(page.entries, at: request.receivedAt))
                \(pages(page, search))
                """)
        }
    }

    /// The form again, with what was typed and what is wrong with it.
    static func refused(
        _ search: AuditSearch, _ errors: AuditSearch.Errors, _ request: Request, _ who: Administrator
    ) -> Response {
        answer(search, errors, request, who, "")
    }

    private static func answer(
        _ search: AuditSearch, _ errors: AuditSearch.Errors, _ request: Request, _ who: Administrator, _ content: HTML
    ) -> Response {
        Layout.portal(
            "Audit log", at: path, request, who.signedIn, status: errors.isEmpty ? .ok : .unprocessable,
            isError: !errors.isEmpty,
            """
            <section class="card" aria-labelledby="events">
            <header class="card-header"><h2 id="events">Events</h2></header>
            \(search.form(errors))
            \(content)
            </section>
            """)
    }

    private static func empty(_ search: AuditSearch) -> HTML {
        search.isEmpty
            ? "<p>Nothing has happened yet. Sign-ins, changes and refusals will be here.</p>"
            : "<p>Nothing like that has happened. Leave out a field, or choose a longer time.</p>"
    }

    private static func list(_ entries: [AuditEntry], at now: Instant) -> HTML {
        """
        <ol class="rows events">
        \(entries.map { row($0, at: now) })
        </ol>
        """
    }

    private static func row(_ entry: AuditEntry, at now: Instant) -> HTML {
        let isRefused: HTML? = entry.result == .refused ? Colour.rose.badge("Refused") : nil
        let detail: HTML? = entry.detail.isEmpty ? nil : "<p class=\"hint\">\(text(entry.detail))</p>"
        let request: HTML? =
            entry.requestID.isEmpty ? nil : ", request <code class=\"id\">\(text(entry.requestID))</code>"
        return """
            <li><div><strong>\(entry.sentence)</strong> \(isRefused)
            <p class="hint">\(people(entry))</p>
            \(detail)
            <p class="hint">From \(isFromCommandLine(entry) ? "the command line" : text(entry.address))\(request)</p></div>
            <p class="hint">\(Moment(entry.at).relative(to: now, title: Moment(entry.at).milliseconds))</p></li>

            """
    }

    /// Who did it, and to whom, where that is somebody else.
    private static func people(_ entry: AuditEntry) -> String {
        switch (entry.author, entry.account) {
        case (let author?, let account?) where author == account: "By \(name(author))"
        case (let author?, let account?): "By \(name(author)), for \(name(account))"
        case (let author?, nil): "By \(name(author))"
        case (nil, let account?): "For \(name(account))"
        case (nil, nil): isFromCommandLine(entry) ? "By somebody at the server" : "By somebody unknown"
        }
    }

    private static func isFromCommandLine(_ entry: AuditEntry) -> Bool {
        entry.address == Occasion.commandLine(at: entry.at).address
    }

    private static func name(_ person: AuditEntry.Person) -> String { "\(person.name) (\(person.email))" }

    private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

    private static func pages(_ page: AuditPage, _ search: AuditSearch) -> HTML {
        let filters = search.isEmpty ? "" : "\(search.query)&"
        func link(_ words: String, _ name: String, _ relation: String, _ position: AuditPosition?) -> HTML? {
            position.map {
                "<a class=\"button\" rel=\"\(relation)\" href=\"\(path.text)?\(filters)\(name)=\($0.text)\">\(words)</a>"
            }
        }
        let download: HTML? =
            page.entries.isEmpty
            ? nil
            : "<a class=\"button\" href=\"\(AuditDownload.path.text)?\(search.query)\" download>\(Icon.download)Download CSV</a>"
        return """
            <nav class="actions" aria-label="Pages">
            \(link("Newer", "newer", "prev", page.newer))
            \(link("Older", "older", "next", page.older))
            \(download)
            </nav>
            """
    }
}
