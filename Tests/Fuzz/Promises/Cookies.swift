import HTTP

/// Whatever stands in a `Cookie` header: a cookie found is one that stands there once.
func checkCookies(_ input: [UInt8]) {
    let cookies = Cookies(input[...])
    let value = cookies["a"]
    if let value {
        promise("a value found stands in the header, after its name", input.holds([UInt8]("a=") + value))
        promise("and ends where the cookie does", !value.contains(0x3B))
        promise("a cookie found comes once", !cookies.isDoubled { $0.elementsEqual("a".utf8) })
    }
    let isThere = value != nil || cookies.isDoubled { $0.elementsEqual("a".utf8) }
    for more in [input + [UInt8](";a=1"), [UInt8]("a=1;") + input] {
        let more = Cookies(more[...])
        promise("one more, before or after, makes it two", more.isDoubled { $0.elementsEqual("a".utf8) } == isThere)
        promise("and two are none", more["a"] == (isThere ? nil : [0x31]))
        promise("other cookies do not care", more["b"] == cookies["b"])
    }
}
