import Testing

@testable import WebClient

@Suite struct `A door` {
    // swift-format-ignore
    @Test(arguments: [
        (303, "https://id.example.org/login?return=x", true), (302, "https://id.example.org/login", true),
        (401, nil, true), (403, nil, true), (500, nil, true), (503, nil, true),
        (200, nil, false), (204, nil, false), (206, nil, false), (404, nil, false), (400, nil, false),
        (301, "https://id.example.org/login", false), (302, "/login", false), (303, nil, false),
        (303, "https://id.example.org/login.evil", false), (303, "https://id.example.org/logins", false),
        (303, "https://id.example.org.evil.test/login", false), (302, "https://wiki.example.org/welcome", false),
    ] as [(Int, String?, Bool)])
    func `Is shut only by the sign-in, a refusal or an error`(status: Int, location: String?, isShut: Bool) throws {
        let head = "HTTP/1.1 \(status) X\r\n" + (location.map { "LOCATION:  \($0)\r\n" } ?? "") + "\r\n"
        let answer = try #require(WebAnswer(Array(head.utf8)))
        #expect((Door(answer, signIn: "https://id.example.org/login") == .shut) == isShut)
    }

    @Test func `Has answered once the head is whole, and not by what comes before it`() throws {
        let whole = Array("HTTP/1.1 103 Early Hints\r\nLocation: /a\r\n\r\nHTTP/1.1 200 OK\nX: y\n\nbody".utf8)
        let answer = try #require(WebAnswer(whole))
        #expect(answer == WebAnswer(Array("HTTP/1.1 200 OK\r\n\r\n".utf8)))
        for count in 0..<(whole.count - 4) { #expect(WebAnswer(Array(whole.prefix(count))) == nil) }
        #expect(WebAnswer(Array("SSH-2.0-OpenSSH\r\n\r\n".utf8)) == nil)
    }
}

@Suite struct `An address to ask for` {
    // swift-format-ignore
    @Test(arguments: [
        ("https://wiki.example.org", "wiki.example.org", 443, "/"), ("http://127.0.0.1:8082/a?b", "127.0.0.1", 8082, "/a?b"),
        ("https://[::1]:8443/x#y", "::1", 8443, "/x"), ("http://a?b", "a", 80, "/?b"),
    ] as [(String, String, UInt16, String)])
    func `Is taken apart`(text: String, host: String, port: UInt16, target: String) throws {
        let address = try #require(WebAddress(text))
        #expect(address.host == host && address.port == port && address.target == target)
    }

    @Test(arguments: [
        "", "wiki", "ftp://a", "http://", "http://a:b", "http://a:70000", "http://u@a", "http://a/\r\nX: y",
        "http://a b", "http://ä",
    ])
    func `Is refused if it cannot be sent as it stands`(text: String) { #expect(WebAddress(text) == nil) }
}
