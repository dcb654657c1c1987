/// The answer to a request.
public struct Response: Sendable {
    public var status: Status
    /// Names and values, in the order in which they are sent. Values are ours and hold no line end.
    public private(set) var headers: [(name: String, value: String)] = []
    public var body: [UInt8] = []
    /// Whether it is a page, or a part of one, that somebody sees.
    public private(set) var isPage = false
    /// Where the answer goes on, if it is too long to be made at once.
    ///
    /// The same request is then answered once more from this place, and of that answer only the body is sent. An end
    /// without a fault is an answer from which nothing goes on.
    public var continuation: [UInt8]?

    public init(_ status: Status) {
        self.status = status
    }

    /// An answer with a body of HTML.
    public init(_ status: Status, _ html: HTML) {
        self.status = status
        isPage = true
        body = html.utf8
        set("Content-Type", "text/html; charset=utf-8")
    }

    /// Sends the browser on to `path` with a GET, after a post as well (RFC 9110 §15.4.4).
    public static func redirect(to path: Path) -> Response {
        var response = Response(.seeOther)
        response.set("Location", path.text)
        return response
    }

    public mutating func set(_ name: String, _ value: String) {
        let bytes = value.utf8Span.span
        precondition(
            bytes.indices.allSatisfy { bytes[$0] >= 0x20 && bytes[$0] != 0x7F }, "a header holds no control character")
        if headers.isEmpty { headers.reserveCapacity(4) }
        headers.append((name, value))
    }

    /// The same answer as one that leads on by itself, before anybody has read it.
    public func passingBy() -> Response {
        var response = self
        response.isPage = false
        return response
    }

    /// Sets `cookie` in the browser with this answer.
    public func setting(_ cookie: Cookie) -> Response {
        var response = self
        response.set("Set-Cookie", cookie.header)
        return response
    }
}
