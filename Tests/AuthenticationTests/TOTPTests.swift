import Secrets
import Testing

@testable import Authentication

@Suite struct `A one-time code` {
    /// RFC 6238, appendix B, cut to six digits.
    @Test(
        arguments: [
            (59, "287082"), (1_111_111_109, "081804"), (1_111_111_111, "050471"), (1_234_567_890, "005924"),
            (2_000_000_000, "279037"), (20_000_000_000, "353130"),
        ] as [(Int64, String)])
    func `It is the one RFC 6238 gives`(seconds: Int64, digits: String) {
        #expect(TOTP.code(for: exampleKey(), at: TimeStep(unixSeconds: seconds)).digits == Array(digits.utf8))
    }

    /// RFC 4226, appendix D.
    @Test func `It is the one RFC 4226 gives`() {
        let codes = [
            "755224", "287082", "359152", "969429", "338314", "254676", "287922", "162583", "399871", "520489",
        ]
        for (number, digits) in codes.enumerated() {
            #expect(TOTP.code(for: exampleKey(), at: TimeStep(number: Int64(number))).digits == Array(digits.utf8))
        }
    }

    @Test(arguments: [(0, 0), (29, 0), (30, 1), (59, 1), (60, 2), (-1, -1), (-30, -1), (-31, -2)] as [(Int64, Int64)])
    func `A step is thirty whole seconds`(seconds: Int64, number: Int64) {
        #expect(TimeStep(unixSeconds: seconds).number == number)
    }

    @Test(arguments: ["123456", "123 456", "123-456", " 1 2 3 4 5 6 ", "-123456-"])
    func `Spaces and hyphens do not matter`(typed: String) throws {
        #expect(try #require(OneTimeCode(typed.utf8)).digits == Array("123456".utf8))
    }

    @Test(arguments: [
        "", " ", "12345", "1234567", "+12345", "12345a", "0x1234", "123.45", "١٢٣٤٥٦", "１２３４５６", "12345٦", "123456\0",
        "\u{0}23456", "123456\n", "123456\r\n", "123\t456", "123\u{A0}456", "123–456", "1e5000",
    ])
    func `Anything but six ASCII digits is no code`(typed: String) {
        #expect(OneTimeCode(typed.utf8) == nil)
    }

    @Test func `Printing shows no digit of it`() throws {
        let code = try #require(OneTimeCode("123456".utf8))
        for shown in ["\(code)", String(reflecting: code), "\([code])"] {
            #expect(!shown.contains { $0.isNumber } && !shown.contains("digits"))
        }
    }

    @Test func `It matches another only if every digit is the same`() throws {
        let code = try #require(OneTimeCode("012345".utf8))
        #expect(code.matches(try #require(OneTimeCode("012 345".utf8))))
        for other in ["112345", "012346", "543210"] {
            #expect(!code.matches(try #require(OneTimeCode(other.utf8))))
        }
    }
}
