import HTTP

/// The browsers in which somebody is signed in, each with a way to sign it out.
enum Browsers {
    static let endPath: Path = "/my/profile/sessions/end"
    static let endOthersPath: Path = "/my/profile/sessions/end-others"

    static func end(_ request: Request, _ who: SignedInUser, _ store: borrowing Store) throws -> Response {
        let browsers = try store.browsers(of: who.user, at: request.receivedAt)
        if let browser = browsers.first(where: { request.form.holds($0.lineage, in: "session") }) {
            try store.endSession(browser.lineage, of: who, on: Occasion(request))
        }
        return .redirect(to: Profile.path)
    }

    static func endOthers(_ request: Request, _ who: SignedInUser, _ store: borrowing Store) throws -> Response {
        try store.endOtherSessions(of: who, on: Occasion(request))
        return .redirect(to: Profile.path)
    }

    /// The card on the profile.
    static func card(_ browsers: [SignedInBrowser], _ who: SignedInUser, at now: Instant) -> HTML {
        let others: HTML? =
            browsers.count < 2
            ? nil
            : """
            <form class="actions" method="post" action="\(endOthersPath.text)">\(who.forms.field(for: endOthersPath))\
            <button class="button">Sign out everywhere else</button></form>
            """
        return """
            <section class="card" aria-labelledby="browsers">
            <header class="card-header"><h2 id="browsers">Signed-in browsers</h2></header>
            <ul class="rows">
            \(browsers.map { row($0, who, at: now) })
            </ul>
            \(others)
            </section>
            """
    }

    private static func row(_ browser: SignedInBrowser, _ who: SignedInUser, at now: Instant) -> HTML {
        let isThis = browser.lineage == who.session.lineage
        let name = UserAgent.name(browser.userAgent)
        let signOut: HTML = """
            <form method="post" action="\(endPath.text)">\(who.forms.field(for: endPath))\
            <input type="hidden" name="session" value="\(hexadecimal(browser.lineage))">\
            <button class="button quiet" aria-label="Sign out \(name)">Sign out</button></form>
            """
        return """
            <li><div><strong>\(name)</strong>\(isThis ? " — this browser" : "")\
            <p class="hint">\(String(decoding: browser.address, as: UTF8.self)), \
            last used \(Moment(browser.lastSeenAt).relative(to: now)), \
            signed in \(Moment(browser.startedAt).relative(to: now))\(browser.hasPassedSecondFactor ? " with two-factor" : "")</p></div>\
            \(signOut)</li>

            """
    }
}

/// What a browser says of itself, in two words that people recognise.
enum UserAgent {
    static func name(_ header: [UInt8]) -> String {
        func first(_ names: [(String, String)]) -> String? { names.first { holds(header, $0.0) }?.1 }
        let browser = first([
            ("Edg/", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari"),
        ])
        let system = first([
            ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"),
            ("Mac OS X", "Mac"), ("Linux", "Linux"),
        ])
        switch (browser, system) {
        case (let browser?, let system?): return "\(browser) on \(system)"
        case (let name?, nil), (nil, let name?): return name
        case (nil, nil): return "Unknown browser"
        }
    }

    /// Byte by byte, since the names are ASCII: to look for them by their characters is slow, and a list has many browsers.
    private static func holds(_ header: [UInt8], _ name: String) -> Bool {
        let header = header.span
        let name = name.utf8Span.span
        guard header.count >= name.count else { return false }
        return (0...header.count - name.count).contains { start in
            name.indices.allSatisfy { header[start + $0] == name[$0] }
        }
    }
}
