import HTTP

/// What the last probe found at the sites behind the gate, for the console's first page: nothing where there is no site.
struct SiteDoors {
    private let probe: ProbeRecord?
    private let now: Instant
    private let hasSites: Bool

    /// How old a probe may be, in seconds: the pool asks every hour.
    private static let freshSeconds: Int64 = 7_200

    init(_ site: SiteIdentity, _ probe: ProbeRecord?, at now: Instant) {
        self.probe = probe
        self.now = now
        hasSites = site.sites.contains { !$0.isOwn }
    }

    /// Above everything else, while somebody gets in who should not.
    var warning: HTML? {
        guard hasSites, let probe, probe.count(.open) > 0 else { return nil }
        return Colour.rose.notice(
            """
            A <a href="#doors">site behind the gate</a> lets in whoever comes. \
            <code>vestibule protect check</code> looks for the way.
            """)
    }

    var card: HTML? {
        guard hasSites else { return nil }
        return """
            <section class="card" aria-labelledby="doors">
            <header class="card-header"><h2 id="doors">Sites behind the gate</h2>\(badge)</header>
            \(probe.map(found) ?? SiteDoors.never)
            </section>
            """
    }

    private var badge: HTML {
        guard let probe else { return Colour.slate.badge("Never asked") }
        let open = probe.count(.open), missing = probe.count(.notTried)
        if open > 0 { return Colour.rose.badge(open == 1 ? "1 door is open" : "\(open) doors are open") }
        if missing > 0 { return Colour.amber.badge("\(missing) not tried") }
        return isOld(probe) ? Colour.amber.badge("Out of date") : Colour.emerald.badge("All shut")
    }

    private func isOld(_ probe: ProbeRecord) -> Bool {
        probe.at < now.advanced(bySeconds: -SiteDoors.freshSeconds)
    }

    private func found(_ probe: ProbeRecord) -> HTML {
        let old: HTML? = isOld(probe) ? ". That should be every hour: the log of the pool says what is wrong" : nil
        return """
            <p>Last asked for without a session: \(Moment(probe.at).relative(to: now))\(old).</p>
            <ul class="rows">
            \(probe.doors.map(SiteDoors.row))
            </ul>
            """
    }

    private static func row(_ door: ProbeRecord.Door) -> HTML {
        let words: HTML? = door.words.isEmpty ? nil : "<p class=\"hint\">\(door.words)</p>"
        return "<li><div>\(door.address)\(words)</div>\(badge(door.outcome))</li>\n"
    }

    private static func badge(_ outcome: ProbeRecord.Outcome) -> HTML {
        switch outcome {
        case .shut: Colour.emerald.badge("Shut")
        case .open: Colour.rose.badge("Open")
        case .notTried: Colour.amber.badge("Not tried")
        }
    }

    private static let never: HTML = """
        <p>Here stands whether they are shut to whoever has no session. The pool asks them every hour; \
        <code>vestibule protect probe --record</code> does so at once.</p>
        """
}
