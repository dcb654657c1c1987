/// What a browser asks, with everything that came from outside still as bytes.
public struct Request: Sendable {
    public let method: Method
    public let path: Path
    public let form: Form
    /// The origin of the site in whose name nginx asks; `nil` for a request to the sign-in itself.
    public let site: [UInt8]?
    /// Whether it came through the operator's own listener instead of the public one.
    public let isOperators: Bool
    /// What the address says after its `?`. A form's fields are never looked for here.
    public let query: Form
    /// Whether the query says one thing a name; one that does not is read as none.
    public let isQueryReadable: Bool
    public var receivedAt: Instant
    /// Where the answer is to go on, as the part before said. It never comes from outside.
    public var continuation: [UInt8]?

    private let parameters: Parameters

    /// The longest body that is read, in bytes.
    public static let largestBody = 16_384

    /// Reads a request from what nginx passes and the `body` that came with it.
    public init(_ parameters: Parameters, body: [UInt8], receivedAt: Instant) throws(MalformedRequest) {
        method = Method(parameters.slice("REQUEST_METHOD") ?? [])
        site = parameters["SITE"]
        isOperators = parameters.slice("OPERATOR")?.elementsEqual("1".utf8) ?? false
        guard let path = Path(parameters["DOCUMENT_URI"] ?? []) else { throw .path }
        self.path = path
        form = try Request.form(method, parameters, body)
        let query = try? parameters["QUERY_STRING"].map(Form.init(decoding:)) ?? Form.none
        self.query = query ?? .none
        isQueryReadable = query != nil
        self.receivedAt = receivedAt
        self.parameters = parameters
    }

    /// Names the request in nginx's log, in ours, and in the audit log: 32 hexadecimal digits of nginx's.
    public var id: [UInt8] { parameters["REQUEST_ID"] ?? [] }

    /// The address of the browser, as text.
    public var address: [UInt8] { parameters["REMOTE_ADDR"] ?? [] }

    public var userAgent: [UInt8] { parameters["HTTP_USER_AGENT"] ?? [] }

    public var cookies: Cookies { Cookies(parameters.slice("HTTP_COOKIE") ?? []) }

    public var provenance: Provenance { Provenance(parameters) }

    /// Whether the fragment alone was asked for, to be put into a page that is already there.
    public var wantsFragment: Bool { parameters.slice("HTTP_X_FRAGMENT")?.elementsEqual("1".utf8) ?? false }

    /// What the site demands of whoever passes.
    public var demand: [UInt8] { parameters["REQUIRE"] ?? [] }

    /// Which address of the site was asked for, exactly as it was sent.
    public var target: [UInt8] { parameters["REQUEST_URI"] ?? [] }

    /// Whether a person opens a page with it, instead of a program fetching something on the side.
    public var isPageLoad: Bool {
        method == .get && !wantsFragment && provenance.isPageLoad
    }

    /// Whether a person will see the answer: a page that they open, or a fragment put into one.
    public var isView: Bool {
        isPageLoad || method == .get && wantsFragment && !provenance.isPrefetch
    }

    private static func form(
        _ method: Method, _ parameters: Parameters, _ body: [UInt8]
    ) throws(MalformedRequest) -> Form {
        guard method == .post, !body.isEmpty else { return .none }
        let type = (parameters["CONTENT_TYPE"] ?? []).prefix { $0 != UInt8(ascii: ";") }
        // A media type has no upper and lower case (RFC 9110 §8.3.1).
        let lowered = trimmed(type).map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 | 0x20 : $0 }
        guard lowered.elementsEqual("application/x-www-form-urlencoded".utf8) else { throw .mediaType }
        return try Form(decoding: body)
    }
}
