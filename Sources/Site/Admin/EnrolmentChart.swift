import HTTP

/// How many people have had two-factor authentication, week by week, as bars of an inline drawing.
enum EnrolmentChart {
    static let weeks = 12

    private static let (bar, gap, height) = (32, 8, 96)

    /// The chart of `enabled`, a number for each week, the last of which ends `now`.
    static func html(_ enabled: [Int], until now: Instant) -> HTML {
        let most = max(enabled.max() ?? 0, 1)
        let bars = enabled.enumerated().map { week, people -> HTML in
            let tall = people == 0 ? 1 : max(3, people * height / most)
            let title = "\(people), \(Moment(end(of: week, of: enabled.count, until: now)).date)"
            return """
                <rect x="\(week * (bar + gap))" y="\(height - tall)" width="\(bar)" height="\(tall)" rx="3">\
                <title>\(title)</title></rect>
                """
        }
        let (first, last) = (enabled.first ?? 0, enabled.last ?? 0)
        return """
            <figure class="chart">
            <svg viewBox="0 0 \(enabled.count * (bar + gap) - gap) \(height)" role="img" preserveAspectRatio="none" \
            aria-label="People with two-factor authentication, over \(enabled.count) weeks: \(first) at first, \(last) now">
            \(bars)
            </svg>
            <figcaption class="hint"><span>\(Moment(end(of: 0, of: enabled.count, until: now)).date): \(first)</span>\
            <span>Today: \(last)</span></figcaption>
            </figure>
            """
    }

    private static func end(of week: Int, of count: Int, until now: Instant) -> Instant {
        now.advanced(bySeconds: Int64(week + 1 - count) * 7 * 86_400)
    }
}
