import Authentication
import HTTP

/// The console's first page: who has no second factor, at a glance, and what wants looking at.
enum Overview {
    static let path: Path = "/admin"

    static func show(_ request: Request, _ who: Administrator, _ store: borrowing Store) throws -> Response {
        let now = request.receivedAt
        let yesterday = now.advanced(bySeconds: -86_400)
        let coverage = try store.coverage()
        let clock = try store.clock(at: now, since: store.turnedTo)
        let doors = SiteDoors(who.site, try store.lastProbe(), at: now)
        return Layout.portal(
            "Overview", at: path, request, who.signedIn, isError: doors.warning != nil,
            """
            \(clock.isRight ? nil : ClockCard.html(clock))
            \(doors.warning)
            <section class="card" aria-labelledby="coverage">
            <header class="card-header"><h2 id="coverage">Two-factor authentication</h2>\(badge(coverage, who))</header>
            \(numbers(coverage, who))
            \(EnrolmentChart.html(try store.enabledByWeek(EnrolmentChart.weeks, until: now), until: now))
            \(without(coverage))
            </section>
            \(doors.card)
            <section class="card" aria-labelledby="refused">
            <header class="card-header"><h2 id="refused">Refused codes</h2></header>
            \(refused(try store.refusedCodes(since: yesterday), since: yesterday))
            </section>
            <section class="card" aria-labelledby="low">
            <header class="card-header"><h2 id="low">Running low on recovery codes</h2></header>
            \(runningLow(try store.runningLow(atMost: 3)))
            </section>
            \(clock.isRight ? ClockCard.html(clock) : nil)
            """)
    }

    private static func badge(_ coverage: Coverage, _ who: Administrator) -> HTML {
        let missing = coverage.mustEnrol(who.policy)
        if missing > 0 { return Colour.amber.badge("\(missing) must set it up") }
        return who.policy.requires(role: .superAdmin)
            ? Colour.emerald.badge("Policy met") : Colour.slate.badge("Required of nobody")
    }

    private static func numbers(_ coverage: Coverage, _ who: Administrator) -> HTML {
        """
        <dl class="numbers">
        <div><dt>Have it</dt><dd>\(coverage.enabled) <span class="hint">of \(coverage.people) people</span></dd></div>
        <div><dt>Administrators without</dt><dd>\(coverage.administratorsWithout) \
        <span class="hint">of \(coverage.administrators)</span></dd></div>
        <div><dt>Must, and have not</dt><dd>\(coverage.mustEnrol(who.policy)) \
        <span class="hint">by the policy</span></dd></div>
        </dl>
        """
    }

    private static func without(_ coverage: Coverage) -> HTML {
        guard coverage.without > 0 else { return "<p>Everybody has two-factor authentication.</p>" }
        return """
            <p><a href="\(People.path.text)?without-two-factor=on">\(coverage.without) \
            \(coverage.without == 1 ? "person" : "people") without two-factor</a></p>
            """
    }

    private static func refused(_ count: Int, since moment: Instant) -> HTML {
        guard count > 0 else { return "<p>No code was refused in the last 24 hours.</p>" }
        return """
            <p>\(count) \(count == 1 ? "code was" : "codes were") refused after a right password in the last 24 hours. \
            In the audit log: \(log(.codeRefused, "codes of the app", moment)), \
            \(log(.codeAlreadyUsed, "codes used before", moment)), \
            \(log(.recoveryCodeRefused, "recovery codes", moment)).</p>
            """
    }

    private static func log(_ event: Event, _ words: String, _ moment: Instant) -> HTML {
        let from = PercentEncoding.encode(Moment(moment).machine)
        return "<a href=\"\(AuditLog.path.text)?event=\(event.rawValue)&from=\(from)\">\(words)</a>"
    }

    private static func runningLow(_ people: [RunningLow]) -> HTML {
        guard !people.isEmpty else { return "<p>Nobody has 3 codes or fewer left.</p>" }
        return """
            <ul class="rows">
            \(people.map { "<li><a href=\"\(PersonPage.path(of: $0.id).text)\">\($0.name)</a><span>\(RecoveryCodeCount.words($0.codesLeft)) left</span></li>\n" })
            </ul>
            """
    }
}
