import HTTP
import Testing

@testable import Site

@Suite struct `An address to come back to` {
    @Test func `Leads to a configured site or nowhere, whatever it is made of`() throws {
        var chance = Chance(state: 1)
        var browser = try Browser()
        try browser.signIn(try Person())
        var led = 0
        for _ in 0..<400 {
            let start = (sites + [""]).randomElement(using: &chance)!
            let rest = (0..<Int.random(in: 0..<4, using: &chance)).map { _ in pieces.randomElement(using: &chance)! }
            let address = start + rest.joined()
            for path in ["/login", "/login/continue", "/login/verify", "/my/profile/two-factor"] {
                let query = "return=\(Browser.encoded(address))&browser=\(String(repeating: "A", count: 43))"
                try browser.send("GET", "\(path)?\(query)", body: "", following: false)
                for onward in [browser.headers["Location"], browser.headers["Refresh"]?.dropFirst(7).description] {
                    guard let onward else { continue }
                    let isOurs = onward.hasPrefix("/") && !onward.hasPrefix("//")
                    #expect(isOurs || sites.contains { onward.hasPrefix($0 + "/") }, "\(address) leads to \(onward)")
                    led += isOurs ? 0 : 1
                }
            }
        }
        #expect(led > 20)
    }

    private let sites = [TestSite.blog, TestSite.wiki, TestSite.own, "http://localhost:8080"]
    private let pieces = [
        TestSite.blog, TestSite.wiki, "evil.example", "http://", "https://", "javascript:", "/", "/", "/", "/", "//",
        "\\", "@", ":", ":80", ".", "?", "#", "%2f", "%00", "\r\n", "\t", " ", "\u{0}", "\u{E9}", "x", "&return=",
        ";url=", "\"", "'", "<",
    ]

    /// The same chances each time (SplitMix64).
    private struct Chance: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }
    }
}
