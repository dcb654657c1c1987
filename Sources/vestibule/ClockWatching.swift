import FastCGI
import HTTP
import Logging
import Site

/// Tells the log of the clock, and forgets what people's codes said of it before it was set.
struct ClockWatching {
    private let log: Logger
    private var watch = ClockWatch()
    private var jumps = ClockJumps()

    init(log: Logger) {
        self.log = log
    }

    mutating func look(_ store: borrowing Store, at now: Instant) throws {
        try jumps.notice { seconds in
            try store.forgetClockReadings()
            log.warning("clock set", metadata: ["seconds": "\(seconds)"])
        }
        for news in watch.news(of: try store.clock(at: now), at: now) {
            switch news {
            case .found(let finding):
                log.log(
                    level: finding.refusesCodes ? .error : .warning, "clock",
                    metadata: ["finding": "\(finding.sentence)", "remedy": "\(finding.remedy)"])
            case .over(let finding): log.notice("clock", metadata: ["over": "\(finding.sentence)"])
            }
        }
    }
}
