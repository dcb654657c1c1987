import HTTP
import Testing

@Suite struct `A path` {
    @Test(arguments: ["/", "/my", "/my/profile/two-factor", "/activate/a-b_c~1", "/caf\u{e9}", "/my/.x", "/my/"])
    func `In its canonical spelling is kept byte for byte`(text: String) {
        #expect(Path(text.utf8)?.text == text)
    }

    @Test(arguments: [
        "", "my", "//my", "/my//profile", "/my/../x", "/..", "/my/./x", "/my/.", "/my;x", "/my\\x", "/my\n", "/my\0",
        "/my\u{7f}",
    ])
    func `In any other spelling is none`(text: String) {
        #expect(Path(text.utf8) == nil)
    }

    @Test func `That is not UTF-8, or too long, is none`() {
        #expect(Path([0x2F, 0xFF]) == nil)
        #expect(Path([0x2F, 0xC0, 0xAF]) == nil)
        #expect(Path([0x2F] + [UInt8](repeating: 0x61, count: 1_024)) == nil)
    }

    @Test func `Is compared as bytes, so an accent in two parts is another path`() {
        #expect(Path("/caf\u{e9}".utf8) != Path("/cafe\u{301}".utf8))
    }
}
