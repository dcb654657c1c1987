import HTTP

/// What happened to the account lately, so that its owner notices what they did not do.
enum RecentEvents {
    static func card(_ events: [PastEvent], at now: Instant) -> HTML {
        """
        <section class="card" aria-labelledby="events">
        <header class="card-header"><h2 id="events">Recent security events</h2></header>
        <ul class="rows">
        \(events.map { row($0, at: now) })
        </ul>
        </section>
        """
    }

    private static func row(_ past: PastEvent, at now: Instant) -> HTML {
        """
        <li><div>\(past.event.sentence)<p class="hint">\(Moment(past.at).relative(to: now)), \
        \(String(decoding: past.address, as: UTF8.self))</p></div></li>

        """
    }
}
