/// The status of an answer (RFC 9110 §15).
public struct Status: RawRepresentable, Hashable, Sendable {
    public let rawValue: Int

    public init(rawValue: Int) {
        self.rawValue = rawValue
    }

    public static let ok = Status(rawValue: 200)
    public static let noContent = Status(rawValue: 204)
    public static let seeOther = Status(rawValue: 303)
    public static let badRequest = Status(rawValue: 400)
    public static let unauthorized = Status(rawValue: 401)
    public static let forbidden = Status(rawValue: 403)
    public static let notFound = Status(rawValue: 404)
    public static let methodNotAllowed = Status(rawValue: 405)
    public static let conflict = Status(rawValue: 409)
    public static let gone = Status(rawValue: 410)
    public static let contentTooLarge = Status(rawValue: 413)
    public static let unsupportedMediaType = Status(rawValue: 415)
    /// A form that was understood and cannot be accepted as it is.
    public static let unprocessable = Status(rawValue: 422)
    public static let tooManyRequests = Status(rawValue: 429)
    public static let internalError = Status(rawValue: 500)
    public static let serviceUnavailable = Status(rawValue: 503)

    /// The number with the words that follow it in a status line (RFC 9110 §15); no program goes by those.
    public var line: String {
        switch self {
        case .ok: "200 OK"
        case .noContent: "204 No Content"
        case .seeOther: "303 See Other"
        case .badRequest: "400 Bad Request"
        case .unauthorized: "401 Unauthorized"
        case .forbidden: "403 Forbidden"
        case .notFound: "404 Not Found"
        case .methodNotAllowed: "405 Method Not Allowed"
        case .conflict: "409 Conflict"
        case .gone: "410 Gone"
        case .contentTooLarge: "413 Content Too Large"
        case .unsupportedMediaType: "415 Unsupported Media Type"
        case .unprocessable: "422 Unprocessable Content"
        case .tooManyRequests: "429 Too Many Requests"
        case .internalError: "500 Internal Server Error"
        case .serviceUnavailable: "503 Service Unavailable"
        default: "\(rawValue) Other"
        }
    }
}
