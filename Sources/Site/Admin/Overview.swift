import HTTP

/// The console's first page: who has no second factor, at a glance.
enum Overview {
    static let path: Path = "/admin"

    static func show(_ request: Request, _ who: Administrator, _ store: borrowing Store) throws -> Response {
        Layout.portal("Overview", at: path, request, who.who, "")
    }
}
