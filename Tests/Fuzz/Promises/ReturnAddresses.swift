import Authentication
import HTTP
import Secrets

@testable import Site

/// Whatever is given as the address to come back to: it is one of a configured site's, or it is none.
///
/// The input is tried as a whole query, as the address in one, and as what was asked for at a site.
func checkReturnAddress(_ input: [UInt8]) {
    if let form = try? Form(decoding: input), let back = ReturnAddress(form, sites) {
        check(back)
        promise("it is what was given", form["return"].map { back.url.utf8.elementsEqual($0) } ?? false)
    }
    if let back = read([UInt8]("return=") + input.percentEncoded) {
        check(back)
        promise("it is what was given, byte for byte", back.url.utf8.elementsEqual(input))
    }
    guard let back = ReturnAddress(at: sites[0], input, browser: browser, .none) else {
        let isOne = input.first == 0x2F && sites[0].origin.count + input.count * 3 <= 2_000
        return promise("what was asked for at a site is led back to", !isOne)
    }
    check(back)
    promise("it is the site's where that was asked for", back.site.origin == sites[0].origin)
}

private func check(_ back: ReturnAddress) {
    let url = Array(back.url.utf8)
    promise("its site is a configured one", sites.contains { $0.origin == back.site.origin })
    promise("it begins with the site's origin and a slash", url.starts(with: back.site.origin + [0x2F]))
    promise("nothing in it ends a header, an attribute or an address", url.allSatisfy(isHarmless))
    promise("it is no longer than is led back to", url.count <= 2_000)
    let query = Array(back.query.utf8)
    promise("it goes through an address", read(query).map { isSame($0, back) } ?? false)
    promise("it goes through a form", isSame(hidden(back.hiddenFields.utf8), back))
    let onward = Response.redirect(to: "/login", back).headers
    promise(
        "it is carried on within our own address", onward.map { Array($0.value.utf8) } == [[UInt8]("/login?") + query])
    promise("of which it is one part", query.allSatisfy { isHarmless($0) && $0 != 0x2F && $0 != 0x3A })
}

/// What a browser makes of hidden fields and posts.
private func hidden(_ markup: [UInt8]) -> ReturnAddress? {
    let words = markup.parts(0x22)
    // Between quotes stand, again and again, the type, the name and the value.
    let fields = stride(from: 3, to: words.count, by: 6).map {
        words[$0] + [0x3D] + words[$0 + 2].unescaped.percentEncoded
    }
    promise("a hidden field has no quote in it", words.count % 6 == 1)
    return read(Array(fields.joined(separator: [0x26])))
}

private func read(_ query: [UInt8]) -> ReturnAddress? {
    (try? Form(decoding: query)).flatMap { ReturnAddress($0, sites) }
}

private func isSame(_ one: ReturnAddress?, _ other: ReturnAddress) -> Bool {
    one?.url == other.url && one?.site.origin == other.site.origin && one?.browser?.text == other.browser?.text
        && one?.demand == other.demand
}

/// Visible, and nothing that an address may not hold.
private func isHarmless(_ byte: UInt8) -> Bool {
    0x21 <= byte && byte <= 0x7E && !"\"#<>\\^`{|}".utf8.contains(byte)
}

private let browser = Token.random()

/// Two of them begin as another does.
private let sites = ["https://a.b", "https://a.b.c", "https://a.b:8443", "http://x.localhost:8080"].compactMap {
    ProtectedSite($0)
}

extension [UInt8] {
    /// What the two of HTML's escapes stand for that an address can have.
    fileprivate var unescaped: [UInt8] {
        parts(0x26).enumerated().flatMap { place, part in
            guard place > 0 else { return part }
            return part.after([UInt8]("amp;")).map { [0x26] + $0 } ?? part.after([UInt8]("#39;")).map { [0x27] + $0 }
                ?? []
        }
    }
}
