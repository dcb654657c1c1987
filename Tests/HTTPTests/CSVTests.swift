import HTTP
import Testing

@Suite struct `A line of CSV` {
    // swift-format-ignore
    @Test(arguments: [
        ("plain", "plain"), ("", ""), ("a,b", "a,b"), ("say \"hi\"", "say \"\"hi\"\""), ("two\r\nlines", "two\\u{D}\\u{A}lines"),
        ("Zoë", "Zoë"), ("a-b+c=d@e", "a-b+c=d@e"),
        ("=1+1", "'=1+1"), ("+1", "'+1"), ("-1", "'-1"), ("@SUM(A1)", "'@SUM(A1)"), ("\t=1", "\\u{9}=1"), ("\r=1", "\\u{D}=1"),
        ("\n=1", "\\u{A}=1"), ("\0=1", "\\u{0}=1"), ("\u{1B}[31m\u{202E}x", "\\u{1B}[31m\\u{202E}x"), ("＝1", "'＝1"), ("\"=1", "\"\"'=1"), ("x;=1", "x;'=1"), ("x,@y", "x,'@y"),
        ("Mozilla/5.0 (X11; Linux)", "Mozilla/5.0 (X11; Linux)"),
        ("=HYPERLINK(\"http://evil.test\")", "'=HYPERLINK(\"\"http://evil.test\"\")"),
    ])
    func `Holds nothing that a spreadsheet would compute`(text: String, cell: String) {
        #expect(CSV.line([Array(text.utf8)]) == Array("\"\(cell)\"\r\n".utf8))
    }

    @Test func `Quotes every cell, and replaces what is not UTF-8`() {
        #expect(CSV.line([Array("a".utf8), [], [0x41, 0xFF, 0x42]]) == Array("\"a\",\"\",\"A\u{FFFD}B\"\r\n".utf8))
    }
}
