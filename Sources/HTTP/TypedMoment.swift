/// A time in UTC as a person or a browser's field writes it: `2026-11-24`, `2026-11-24T09:12` or `2026-11-24T09:12:05Z`.
///
/// It is as long as what it leaves out: a day, a minute, a second.
public struct TypedMoment: Equatable, Sendable {
    public let start: Instant
    /// Where the next day, minute or second begins.
    public let end: Instant

    /// `nil` for what is not written like that, or is in no calendar.
    public init?(_ typed: some Sequence<UInt8>) {
        var typed = Array(typed)
        if typed.last == UInt8(ascii: "Z") { typed.removeLast() }
        guard let shape = TypedMoment.shapes.first(where: { $0.template.count == typed.count }),
            let digits = TypedMoment.digits(of: typed, in: shape.template)
        else { return nil }
        func number(_ range: Range<Int>) -> Int { digits[range].reduce(0) { $0 * 10 + $1 } }
        let (year, month, day) = (number(0..<4), number(4..<6), number(6..<8))
        let (hour, minute, second) = (number(8..<10), number(10..<12), number(12..<14))
        guard (1...12).contains(month), (1...TypedMoment.days(in: month, of: year)).contains(day), hour < 24,
            minute < 60,
            second < 60
        else { return nil }
        let days = Int64(TypedMoment.days(before: month, day, of: year))
        start = Instant(seconds: days * 86_400 + Int64(hour * 3_600 + minute * 60 + second))
        end = start.advanced(bySeconds: shape.seconds)
    }

    private static let shapes: [(template: [UInt8], seconds: Int64)] = [
        (Array("0000-00-00".utf8), 86_400), (Array("0000-00-00T00:00".utf8), 60),
        (Array("0000-00-00T00:00:00".utf8), 1),
    ]

    /// The fourteen digits of a whole time, those left out being zero.
    private static func digits(of typed: [UInt8], in template: [UInt8]) -> [Int]? {
        var digits: [Int] = []
        for (byte, expected) in zip(typed, template) {
            switch (byte, expected) {
            case (UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "0")):
                digits.append(Int(byte - UInt8(ascii: "0")))
            case (expected, _), (UInt8(ascii: " "), UInt8(ascii: "T")): break
            default: return nil
            }
        }
        return digits + Array(repeating: 0, count: 14 - digits.count)
    }

    private static func days(in month: Int, of year: Int) -> Int {
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
    }

    /// The days from 1970 to a date of the Gregorian calendar.
    private static func days(before month: Int, _ day: Int, of year: Int) -> Int {
        let past = year - 1
        let months = (1..<month).reduce(0) { $0 + days(in: $1, of: year) }
        return past * 365 + past / 4 - past / 100 + past / 400 + months + day - 1 - 719_162
    }
}
