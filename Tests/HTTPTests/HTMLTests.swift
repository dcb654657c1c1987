import HTTP
import Testing

@Suite struct `Markup` {
    @Test func `Escapes what is put into it, in content and in attributes alike`() {
        let hostile = "<b title=\"x\">'&amp;"
        let html: HTML = "<p title=\"\(hostile)\">\(hostile)</p>"
        let escaped = "&lt;b title=&quot;x&quot;&gt;&#39;&amp;amp;"
        #expect(String(decoding: html.utf8, as: UTF8.self) == "<p title=\"\(escaped)\">\(escaped)</p>")
    }

    @Test func `Takes in other markup as it is`() {
        let inner: HTML = "<i>\("<")</i>"
        let none: HTML? = nil
        let html: HTML = "\(inner)\([inner, inner])\(none)\(7)"
        #expect(String(decoding: html.utf8, as: UTF8.self) == "<i>&lt;</i><i>&lt;</i><i>&lt;</i>7")
    }
}

@Suite struct `A moment` {
    @Test(arguments: [
        (0, "1 January 1970, 00:00 UTC", "1970-01-01T00:00:00Z"),
        (951_782_399, "28 February 2000, 23:59 UTC", "2000-02-28T23:59:59Z"),
        (951_827_696, "29 February 2000, 12:34 UTC", "2000-02-29T12:34:56Z"),
        (1_795_491_927, "24 November 2026, 03:45 UTC", "2026-11-24T03:45:27Z"),
        (4_107_542_400, "1 March 2100, 00:00 UTC", "2100-03-01T00:00:00Z"),
    ])
    func `Reads as a date in UTC`(seconds: Int64, words: String, machine: String) {
        let moment = Moment(Instant(seconds: seconds))
        #expect(moment.exact == words)
        #expect(moment.machine == machine)
    }

    @Test func `Has milliseconds for a log`() {
        #expect(Moment(Instant(microseconds: 1_007_000)).milliseconds == "1970-01-01T00:00:01.007Z")
    }
}
