import Foundation
import HTTP

@testable import Site

/// The sites behind the gate in the tests, and what nginx asks in their name.
enum TestSite {
    static let blog = "http://blog.localhost:8082"
    static let wiki = "https://wiki.example.net"
    static let own = "http://127.0.0.1:8080"
}

extension Browser {
    /// Asks for a page of `site` as nginx does: by the check first, and if that refuses, for what there is to see instead.
    @discardableResult
    mutating func visit(
        _ site: String, _ address: String = "/", demanding demand: String? = nil, headers: [String: String] = [:]
    ) throws -> Page {
        asNginx["SITE"] = site
        asNginx["REQUEST_URI"] = address
        asNginx["REQUIRE"] = demand
        try send("GET", "/auth/check", body: "", headers: headers)
        guard page.status == 401 || page.status == 403 else { return page }
        return try send("GET", "/auth/refused", body: "", headers: headers)
    }

    /// Goes where the last answer leads at a site: with the code of the hand-over, to the page that was asked for.
    @discardableResult
    mutating func arrive() throws -> Page {
        let link = headers["Location"] ?? headers["Refresh"].map { String($0.dropFirst("0; url=".count)) } ?? ""
        guard let path = link.range(of: "/auth/enter") else { return page }
        asNginx["SITE"] = String(link[..<path.lowerBound])
        return try send("GET", String(link[path.lowerBound...]), body: "")
    }
}
