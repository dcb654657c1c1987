import Secrets
import Testing

import Authentication

@Suite struct `The key of an authenticator app` {
    @Test(arguments: [
        ("", ""), ("f", "MY"), ("fo", "MZXQ"), ("foo", "MZXW6"), ("foob", "MZXW6YQ"), ("fooba", "MZXW6YTB"),
        ("foobar", "MZXW6YTBOI"),
    ])
    func `Base32 gives what RFC 4648 says, without padding`(plain: String, encoded: String) {
        #expect(Base32.encode(Secret(copying: plain.utf8)) == encoded)
    }

    @Test func `People read it in groups of four`() {
        #expect(Base32.grouped(exampleKey()) == "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ")
        #expect(Base32.grouped(Secret(copying: "foobar".utf8)) == "MZXW 6YTB OI")
    }

    @Test func `160 random bits are 32 symbols`() {
        #expect(Base32.encode(Secret.random(count: 20)).utf8.count == 32)
    }

    @Test func `Printing its address shows nothing of it`() throws {
        let ada = try #require(EmailAddress("ada@example.test".utf8))
        let address = KeyURI(issuer: "Vestibule", account: ada, key: exampleKey())
        for shown in ["\(address)", String(reflecting: address), "\([address])"] {
            #expect(!shown.contains("otpauth") && !shown.contains("GEZD"))
        }
    }

    @Test func `The address names issuer, account, key and how to use it`() throws {
        let ada = try #require(EmailAddress("ada@example.test".utf8))
        #expect(
            KeyURI(issuer: "Vestibule", account: ada, key: exampleKey()).text == """
                otpauth://totp/Vestibule:ada%40example.test?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ\
                &issuer=Vestibule&algorithm=SHA1&digits=6&period=30
                """)
    }

    @Test func `No issuer and no account can add a parameter`() throws {
        let account = try #require(EmailAddress("a&b=c?d#e/%{f}@example.test".utf8))
        #expect(
            KeyURI(issuer: "a:b&c=d @ü%", account: account, key: exampleKey()).text == """
                otpauth://totp/a%3Ab%26c%3Dd%20%40%C3%BC%25:a%26b%3Dc%3Fd%23e%2F%25%7Bf%7D%40example.test\
                ?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=a%3Ab%26c%3Dd%20%40%C3%BC%25\
                &algorithm=SHA1&digits=6&period=30
                """)
    }
}
