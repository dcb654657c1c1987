import Authentication
import HTTP

/// The card of the console that says whether this server's clock is right, on which every code depends.
enum ClockCard {
    static func html(_ clock: ClockState) -> HTML {
        """
        <section class="card" aria-labelledby="clock">
        <header class="card-header"><h2 id="clock">This server's clock</h2>\(badge(clock))</header>
        \(clock.isRight ? rightness(clock) : nil)
        \(clock.findings.map(notice))
        </section>
        """
    }

    private static func badge(_ clock: ClockState) -> HTML {
        guard let worst = clock.findings.first, worst != .isUnsynchronised else {
            return clock.crowd == nil ? Colour.slate.badge("Not judged yet") : Colour.emerald.badge("Right")
        }
        return worst.refusesCodes ? Colour.rose.badge("Codes are refused") : Colour.amber.badge("Not quite right")
    }

    private static func notice(_ finding: ClockFinding) -> HTML {
        let colour: Colour = finding.refusesCodes ? .rose : finding == .isUnsynchronised ? .slate : .amber
        return colour.notice("\(finding.sentence) \(withCommands(finding.remedy))")
    }

    private static func rightness(_ clock: ClockState) -> HTML {
        guard let crowd = clock.crowd else {
            return """
                <p>It agrees with the database's. When \(CrowdClock.fewest) people have given a code within \
                \(Int(CrowdClock.memory / 3_600)) hours, their phones judge it too.</p>
                """
        }
        return "<p>It agrees with the database's, and with the phones of the last \(crowd.people) people.</p>"
    }

    /// The words, with what stands in backquotes as code.
    private static func withCommands(_ words: String) -> HTML {
        let parts = words.utf8.split(separator: UInt8(ascii: "`"), omittingEmptySubsequences: false).map {
            String(Substring($0))
        }
        return "\(parts.enumerated().map { $0 % 2 == 0 ? "\($1)" : "<code>\($1)</code>" as HTML })"
    }
}
