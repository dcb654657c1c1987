/// What a browser asks, with everything that came from outside still as bytes.
public struct Request: Sendable {
    public var method: Method
    public var path: Path
    public var form: Form
    /// What the address says after its `?`. A form's fields are never looked for here.
    public var query: Form
    /// Whether the query says one thing a name; one that does not is read as none.
    public var isQueryReadable: Bool
    public var cookies: Cookies
    public var receivedAt: Instant
    /// Where the answer is to go on, as the part before said. It never comes from outside.
    public var continuation: [UInt8]?

    /// Names the request in nginx's log, in ours, and in the audit log: 32 hexadecimal digits of nginx's.
    public var id: [UInt8]
    /// The address of the browser, as text.
    public var address: [UInt8]
    public var userAgent: [UInt8]
    public var provenance: Provenance
    /// Whether the fragment alone was asked for, to be put into a page that is already there.
    public var wantsFragment: Bool
    /// Whether it came through the operator's own listener instead of the public one.
    public var isOperators: Bool
    /// The origin of the site in whose name nginx asks; `nil` for a request to the sign-in itself.
    public var site: [UInt8]?
    /// What the site demands of whoever passes.
    public var demand: [UInt8]
    /// Which address of the site was asked for, exactly as it was sent.
    public var target: [UInt8]

    /// The longest body that is read, in bytes.
    public static let largestBody = 16_384

    /// Reads a request from the parameters that nginx passes (RFC 3875 §4.1) and the `body` that came with them.
    public init(
        parameter: (StaticString) -> [UInt8]?, body: [UInt8], receivedAt: Instant
    ) throws(MalformedRequest) {
        method = Method(parameter("REQUEST_METHOD") ?? [])
        guard let path = Path(parameter("DOCUMENT_URI") ?? []) else { throw .path }
        self.path = path
        form = try Request.form(method, parameter, body)
        let query = try? Form(decoding: parameter("QUERY_STRING") ?? [])
        self.query = query ?? .none
        isQueryReadable = query != nil
        cookies = Cookies(parameter("HTTP_COOKIE") ?? [])
        self.receivedAt = receivedAt
        id = parameter("REQUEST_ID") ?? []
        address = parameter("REMOTE_ADDR") ?? []
        userAgent = parameter("HTTP_USER_AGENT") ?? []
        provenance = Provenance(parameter)
        wantsFragment = parameter("HTTP_X_FRAGMENT")?.elementsEqual("1".utf8) ?? false
        site = parameter("SITE")
        demand = parameter("REQUIRE") ?? []
        target = parameter("REQUEST_URI") ?? []
        isOperators = parameter("OPERATOR")?.elementsEqual("1".utf8) ?? false
    }

    /// Whether a person opens a page with it, instead of a program fetching something on the side.
    public var isPageLoad: Bool {
        method == .get && !wantsFragment && provenance.isPageLoad
    }

    /// Whether a person will see the answer: a page that they open, or a fragment put into one.
    public var isView: Bool {
        isPageLoad || method == .get && wantsFragment && !provenance.isPrefetch
    }

    private static func form(
        _ method: Method, _ parameter: (StaticString) -> [UInt8]?, _ body: [UInt8]
    ) throws(MalformedRequest) -> Form {
        guard method == .post, !body.isEmpty else { return .none }
        let type = (parameter("CONTENT_TYPE") ?? []).prefix { $0 != UInt8(ascii: ";") }
        // A media type has no upper and lower case (RFC 9110 §8.3.1).
        let lowered = trimmed(type).map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 | 0x20 : $0 }
        guard lowered.elementsEqual("application/x-www-form-urlencoded".utf8) else { throw .mediaType }
        return try Form(decoding: body)
    }
}
