internal import HTTP

extension Response {
    /// Hands to `send` each header that a web server expects before the body (RFC 3875 §6), the status first.
    func forEachHeader(_ send: (_ name: String, _ value: String) -> Void) {
        send("Status", status.line)
        for (name, value) in headers { send(name, value) }
        // An answer that has no content by its status announces no length (RFC 9110 §8.6); one that goes on knows none.
        if status != .noContent, continuation == nil { send("Content-Length", String(body.count)) }
    }
}
