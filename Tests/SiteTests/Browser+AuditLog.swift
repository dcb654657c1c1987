import Authentication
import HTTP

@testable import Site

extension Person {
    /// Somebody whose code was refused so many times, three a second, each with its number in the detail.
    init(refused count: Int, from start: Int64 = 1_790_000_000) throws {
        try self.init()
        let store = try TestInstance.store()
        let id = try account().user.id
        for number in 0..<count {
            try store.note(
                .codeRefused, of: id, by: id, on: .commandLine(at: Instant(seconds: start + Int64(number / 3))),
                detail: "number \(number)")
        }
    }
}

extension Browser {
    /// The browser of an administrator who is signed in.
    static func ofAdministrator() throws -> Browser {
        var browser = try Browser()
        try browser.signIn(try Person("Grace Hopper", role: .admin))
        return browser
    }

    /// Opens the log with a query, or its download.
    @discardableResult
    mutating func look(_ query: String, at path: String = "/admin/audit") throws -> Page {
        try send("GET", path, body: "", headers: ["QUERY_STRING": query])
    }

    /// The query of a link on the page.
    func link(_ words: String) -> String? {
        page.html.firstMatch(of: try! Regex("href=\"/admin/audit\\?([^\"]*)\">\(words)<")).map {
            String($0.output[1].substring!).replacing("&amp;", with: "&")
        }
    }

    /// The numbers in the details on the page.
    var numbers: [Int] { page.html.matches(of: /number (\d+)/).compactMap { Int($0.output.1) } }
}
