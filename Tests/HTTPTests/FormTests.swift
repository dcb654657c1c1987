import HTTP
import Testing

@Suite struct `A form` {
    @Test func `Holds what was typed, byte for byte`() throws {
        let form = try Form(decoding: Array("a=1+2%2B&b=%C3%A9%00&empty=&flag&".utf8))
        #expect(form["a"] == Array("1 2+".utf8))
        #expect(form["b"] == [0xC3, 0xA9, 0x00])
        #expect(form["empty"] == [])
        #expect(form["flag"] == [])
        #expect(form["missing"] == nil)
    }

    @Test(arguments: ["code=1&code=2", "a=1&%61=2", "a=%", "a=%4", "a=%zz", "%=1"])
    func `That leaves open what was meant is malformed`(body: String) {
        #expect(throws: MalformedRequest.form) { try Form(decoding: Array(body.utf8)) }
    }
}

@Suite struct `The cookies of a request` {
    @Test func `Are found by their exact name`() {
        let cookies = Cookies(Array("a=1; __Host-a=2;b=x=y; c".utf8)[...])
        #expect(cookies["a"] == Array("1".utf8))
        #expect(cookies["__Host-a"] == Array("2".utf8))
        #expect(cookies["b"] == Array("x=y".utf8))
        #expect(cookies["c"] == nil)
        #expect(cookies["A"] == nil)
    }

    @Test func `Are none where one comes twice`() {
        let cookies = Cookies(Array("a=1; a=1; b=2".utf8)[...])
        #expect(cookies["a"] == nil)
        #expect(cookies.isDoubled { $0.elementsEqual("a".utf8) })
        #expect(!cookies.isDoubled { $0.elementsEqual("b".utf8) })
    }

    @Test func `Are not confused by spaces of Unicode or by quotes`() {
        let cookies = Cookies(Array("\u{2000}a=1; $Version=1; b=\"2\"".utf8)[...])
        #expect(cookies["a"] == nil)
        #expect(cookies["b"] == Array("\"2\"".utf8))
    }

    @Test func `Are set for this host alone, out of reach of scripts`() {
        #expect(
            Cookie("__Host-s", "x", maximumAge: 60, isSecure: true).header
                == "__Host-s=x; Path=/; HttpOnly; SameSite=Lax; Max-Age=60; Secure")
    }
}
