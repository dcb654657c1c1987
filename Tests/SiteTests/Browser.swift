import Foundation
import HTTP
import Testing

@testable import Site

/// A browser without JavaScript: it keeps its cookies, follows redirects, and presses the buttons of forms.
struct Browser: ~Copyable {
    private var site: Site
    /// What time it is, for the site and for this browser.
    var now: Instant
    var cookies: [String: String] = [:]
    var userAgent = "Mozilla/5.0 (test)"
    /// Of its own, so that what one browser fails at does not keep others waiting.
    var address = "10.\(UInt8.random(in: 1...254)).\(UInt8.random(in: 0...254)).\(UInt8.random(in: 1...254))"
    /// What nginx says besides where it asks in the name of a site: which one, and what was asked for there.
    var asNginx = ["SITE": "http://127.0.0.1:8080", "REQUEST_URI": "/"]
    /// The headers of what was answered last, but for the cookies.
    private(set) var headers: [String: String] = [:]
    private(set) var page = Page(status: 0, path: "", html: "")

    init(
        at now: Instant = Instant(microseconds: Int64(Date().timeIntervalSince1970 * 1_000_000)),
        keyRing: String = TestInstance.keyRing, host: String = "test", tally: Tally = .none
    ) throws {
        site = try TestInstance.site(keyRing: keyRing, node: host, tally: tally)
        self.now = now
    }

    /// Opens an address as a person does.
    @discardableResult
    mutating func open(_ path: String, headers: [String: String] = [:]) throws -> Page {
        try send("GET", path, body: "", headers: headers)
    }

    /// Fills in the form that has the button `caption`, and presses it.
    @discardableResult
    mutating func press(_ caption: String, _ fields: [String: String] = [:], headers: [String: String] = [:]) throws
        -> Page
    {
        let form = try form(with: caption)
        return try submit(form, fields, headers: headers)
    }

    /// A form on the page, to be sent now or later.
    struct Form {
        let method: String
        let action: String
        var fields: [String: String]
    }

    func form(with caption: String, under address: String = "action") throws -> Form {
        let forms = page.html.matches(of: /<form ([^>]*)>((?s:.*?))<\/form>/)
        guard
            let form = forms.first(where: {
                $0.output.2.contains("\(caption)</button>") && $0.output.1.contains(address)
            })
        else {
            throw NoSuchButton(caption: caption, page: page.html)
        }
        let attribute = { (name: String, text: Substring) -> String? in
            text.firstMatch(of: try! Regex("\(name)=\"([^\"]*)\"", as: (Substring, Substring).self)).map {
                String($0.output.1).replacing("&amp;", with: "&")
            }
        }
        let hidden = form.output.2.matches(of: /<input type="hidden" ([^>]*)>/).map { input in
            (attribute("name", input.output.1)!, attribute("value", input.output.1)!)
        }
        return Form(
            method: attribute("method", form.output.1)!.uppercased(), action: attribute("action", form.output.1)!,
            fields: Dictionary(uniqueKeysWithValues: hidden))
    }

    @discardableResult
    mutating func submit(_ form: Form, _ fields: [String: String] = [:], headers: [String: String] = [:]) throws -> Page
    {
        let fields = form.fields.merging(fields) { $1 }
        let body = fields.map { "\(Browser.encoded($0))=\(Browser.encoded($1))" }.joined(separator: "&")
        return try send(form.method, form.action, body: form.method == "POST" ? body : "", headers: headers)
    }

    @discardableResult
    mutating func send(
        _ method: String, _ path: String, body: String, headers: [String: String] = [:], following: Bool = true
    ) throws -> Page {
        var parameters = headers
        parameters["REQUEST_METHOD"] = method
        let (path, query) = Browser.halves(path)
        parameters["DOCUMENT_URI"] = path
        if let query { parameters["QUERY_STRING"] = query }
        if path.hasPrefix("/auth/") { parameters = parameters.merging(asNginx) { given, _ in given } }
        parameters["REMOTE_ADDR"] = address
        parameters["HTTP_USER_AGENT"] = userAgent
        parameters["HTTP_COOKIE"] = cookies.map { "\($0)=\($1)" }.joined(separator: "; ")
        if method == "POST" {
            parameters["CONTENT_TYPE"] = parameters["CONTENT_TYPE"] ?? "application/x-www-form-urlencoded"
        }
        var response: Response
        do {
            var request = try Request(
                Parameters(parameters.mapValues { Array($0.utf8) }), body: Array(body.utf8), receivedAt: now)
            response = site.respond(to: request)
            while let place = response.continuation {
                request.continuation = place
                let part = site.respond(to: request)
                response.body += part.body
                response.continuation = part.continuation
            }
        } catch {
            response = site.respond(to: error)
        }
        keepCookies(of: response)
        self.headers = Dictionary(response.headers.map { ($0.name, $0.value) }) { $1 }
        page = Page(status: response.status.rawValue, path: path, html: String(decoding: response.body, as: UTF8.self))
        if following, response.status == .seeOther,
            let location = response.headers.first(where: { $0.name == "Location" })
        {
            let own = "http://127.0.0.1:8080"
            let address =
                location.value.hasPrefix(own + "/") ? String(location.value.dropFirst(own.count)) : location.value
            if address.hasPrefix("/") { return try send("GET", address, body: "", headers: headers) }
        }
        return page
    }

    private mutating func keepCookies(of response: Response) {
        for header in response.headers where header.name == "Set-Cookie" {
            let pair = header.value.prefix { $0 != ";" }.split(
                separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            cookies[String(pair[0])] = header.value.contains("Max-Age=0") ? nil : String(pair[1])
        }
    }

    private static func halves(_ address: String) -> (path: String, query: String?) {
        let halves = address.split(separator: "?", maxSplits: 1).map(String.init)
        return (halves[0], halves.count == 2 ? halves[1] : nil)
    }

    static func encoded(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics)!
    }

    struct NoSuchButton: Error {
        let caption: String
        let page: String
    }
}
