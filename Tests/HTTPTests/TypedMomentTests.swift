import HTTP
import Testing

@Suite struct `A time as it is typed` {
    @Test(arguments: [
        ("1970-01-01", 0, 86_400), ("2026-11-24", 1_795_478_400, 86_400), ("2000-02-29", 951_782_400, 86_400),
        ("2026-11-24T09:12", 1_795_511_520, 60), ("2026-11-24 09:12:05Z", 1_795_511_525, 1),
        ("0001-01-01", -62_135_596_800, 86_400),
        ("9999-12-31T23:59:59", 253_402_300_799, 1),
    ])
    func `Is as long as what it leaves out`(typed: String, start: Int64, seconds: Int64) {
        let moment = TypedMoment(typed.utf8)
        #expect(moment?.start == Instant(seconds: start))
        #expect(moment?.end == Instant(seconds: start + seconds))
    }

    @Test(arguments: [
        "", "2026", "2026-11", "2026-13-01", "2026-00-01", "2026-02-29", "1900-02-29", "2026-11-31", "2026-11-24T24:00",
        "2026-11-24T09:60", "2026-11-24T09:12:60", "2026-11-24T09:12:05+01:00", "24.11.2026", "2026-11-2\u{664}",
        "+026-11-24",
    ])
    func `Is none if it is in no calendar`(typed: String) {
        #expect(TypedMoment(typed.utf8) == nil)
    }
}
