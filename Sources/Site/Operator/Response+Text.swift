import HTTP

extension Response {
    /// An answer that is no page: for a terminal, or for a program.
    static func text(_ status: Status, _ text: String, as type: String = "text/plain; charset=utf-8") -> Response {
        var response = Response(status)
        response.body = Array(text.utf8)
        response.set("Content-Type", type)
        return response
    }
}
