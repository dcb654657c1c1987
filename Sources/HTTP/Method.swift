/// What a request wants to do (RFC 9110 §9). The site answers GET, HEAD and POST.
public enum Method: Sendable {
    case get
    case head
    case post
    case other

    init(_ name: ArraySlice<UInt8>) {
        self =
            if name.elementsEqual("GET".utf8) {
                .get
            } else if name.elementsEqual("POST".utf8) {
                .post
            } else if name.elementsEqual("HEAD".utf8) {
                .head
            } else {
                .other
            }
    }

    /// The name as it stands in a request line and in an `Allow` header.
    public var name: String {
        switch self {
        case .get: "GET"
        case .head: "HEAD"
        case .post: "POST"
        case .other: "OTHER"
        }
    }
}
