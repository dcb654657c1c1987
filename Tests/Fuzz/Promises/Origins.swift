import HTTP

@testable import Site

/// Whatever is given as the site's address, or as the one that a post comes from: it is one origin, spelt in one way.
func checkOrigin(_ input: [UInt8]) {
    let text = String(decoding: input, as: UTF8.self)
    if let origin = Origin(text) {
        let port = origin.port.map { ":\($0)" } ?? ""
        let spelling = "http\(origin.isSecure ? "s" : "")://\(origin.host)\(port)"
        promise("an origin has one spelling", spelling.utf8.elementsEqual(input))
        promise(
            "its host is a name",
            !origin.host.isEmpty && !origin.host.utf8.contains { [0x2F, 0x40, 0x3A].contains($0) })
        promise("its port is not the scheme's own", origin.port != (origin.isSecure ? 443 : 80))
    }
    let ours = [UInt8]("https://a.b")
    promise(
        "a post is ours from our own origin alone", isOwn(origin: input, at: ours) == (input == ours || input.isEmpty))
    promise(
        "and says so", !isOwn(origin: ours, site: input, at: ours) || input == [UInt8]("same-origin") || input.isEmpty)
}

private func isOwn(origin: [UInt8], site: [UInt8] = [], at ours: [UInt8]) -> Bool {
    let parameters = ["DOCUMENT_URI": [0x2F], "HTTP_ORIGIN": origin, "HTTP_SEC_FETCH_SITE": site]
    let request = try? Request(Parameters(parameters), body: [], receivedAt: Instant(seconds: 0))
    return request?.provenance.isOwn([ours]) ?? false
}
