/// A moment as a person reads it: in words, with the exact time in UTC behind them.
public struct Moment: Sendable {
    private let instant: Instant
    private let year: Int
    private let month: Int
    private let day: Int
    private let secondOfDay: Int

    public init(_ instant: Instant) {
        self.instant = instant
        secondOfDay = Int((instant.seconds % 86_400 + 86_400) % 86_400)
        (year, month, day) = Moment.date(ofDay: (Int(instant.seconds) - secondOfDay) / 86_400)
    }

    /// `24 November 2026`
    public var date: String { String(decoding: dateText, as: UTF8.self) }

    /// `24 November 2026, 09:12 UTC`
    public var exact: String {
        var text = dateText
        text += ", ".utf8
        text.append(hour, digits: 2)
        text += ":".utf8
        text.append(minute, digits: 2)
        text += " UTC".utf8
        return String(decoding: text, as: UTF8.self)
    }

    /// `2026-11-24T09:12:05Z` (RFC 3339)
    public var machine: String { machine(milliseconds: nil) }

    /// The same with milliseconds, for a log.
    public var milliseconds: String {
        machine(milliseconds: Int((instant.microseconds / 1_000 % 1_000 + 1_000) % 1_000))
    }

    private func machine(milliseconds: Int?) -> String {
        var text: [UInt8] = []
        text.reserveCapacity(32)
        text.append(year, digits: 4)
        for (mark, number) in [("-", month), ("-", day), ("T", hour), (":", minute), (":", second)] {
            text += mark.utf8
            text.append(number, digits: 2)
        }
        if let milliseconds {
            text += ".".utf8
            text.append(milliseconds, digits: 3)
        }
        text += "Z".utf8
        return String(decoding: text, as: UTF8.self)
    }

    private var dateText: [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(32)
        text.append(day, digits: 1)
        text += " ".utf8
        text += Moment.months[month - 1].utf8
        text += " ".utf8
        text.append(year, digits: 1)
        return text
    }

    /// An element that shows the date and tells the time to whoever points at it.
    public var html: HTML { "<time datetime=\"\(machine)\" title=\"\(exact)\">\(date)</time>" }

    /// An element that says how long ago it was, and tells the time to whoever points at it.
    ///
    /// - Parameter title: the time, where the minute is not exact enough.
    public func relative(to now: Instant, title: String? = nil) -> HTML {
        let seconds = max(0, now.seconds - instant.seconds)
        let words =
            switch seconds {
            case ..<60: "just now"
            case ..<3_600: Moment.ago(seconds / 60, "minute")
            case ..<86_400: Moment.ago(seconds / 3_600, "hour")
            case ..<(30 * 86_400): Moment.ago(seconds / 86_400, "day")
            default: "on \(date)"
            }
        return "<time datetime=\"\(machine)\" title=\"\(title ?? exact)\">\(words)</time>"
    }

    private static func ago(_ count: Int64, _ unit: String) -> String {
        "\(count) \(unit)\(count == 1 ? "" : "s") ago"
    }

    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]

    private var hour: Int { secondOfDay / 3_600 }
    private var minute: Int { secondOfDay / 60 % 60 }
    private var second: Int { secondOfDay % 60 }

    /// The date in the Gregorian calendar of a day since 1970, counted from 1 March 0000 in eras of 400 years.
    private static func date(ofDay day: Int) -> (year: Int, month: Int, day: Int) {
        let days = day + 719_468
        let era = days / 146_097
        let dayOfEra = days % 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        return (era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
    }
}

extension [UInt8] {
    /// Appends `number`, which is not negative, with zeros before it up to so many `digits`.
    ///
    /// A page may tell the time a hundred times, and interpolation would be a good part of what it costs.
    fileprivate mutating func append(_ number: Int, digits: Int) {
        if number >= 10 || digits > 1 { append(number / 10, digits: digits - 1) }
        append(UInt8(ascii: "0") + UInt8(number % 10))
    }
}
