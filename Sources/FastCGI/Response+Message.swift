internal import HTTP

extension Response {
    /// What a web server expects before the body (RFC 3875 §6): headers and a blank line.
    var head: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(512)
        bytes.append(header: "Status", String(status.rawValue), " ", status.reason)
        for (name, value) in headers { bytes.append(header: name, value) }
        // An answer that has no content by its status announces no length (RFC 9110 §8.6); one that goes on knows none.
        if status != .noContent, continuation == nil { bytes.append(header: "Content-Length", String(body.count)) }
        bytes += "\r\n".utf8
        return bytes
    }
}

extension [UInt8] {
    fileprivate mutating func append(header name: String, _ value: String...) {
        self += name.utf8
        self += ": ".utf8
        for part in value { self += part.utf8 }
        self += "\r\n".utf8
    }
}
