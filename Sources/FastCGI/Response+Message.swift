internal import HTTP

extension Response {
    /// The answer as a web server expects it (RFC 3875 §6): headers, a blank line, the body or its first part.
    var message: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(body.count + 512)
        bytes.append(header: "Status", "\(status.rawValue) \(status.reason)")
        for (name, value) in headers { bytes.append(header: name, value) }
        // An answer that has no content by its status announces no length (RFC 9110 §8.6); one that goes on knows none.
        if status != .noContent, continuation == nil { bytes.append(header: "Content-Length", "\(body.count)") }
        bytes += "\r\n".utf8
        bytes += body
        return bytes
    }
}

extension [UInt8] {
    fileprivate mutating func append(header name: String, _ value: String) {
        self += name.utf8
        self += ": ".utf8
        self += value.utf8
        self += "\r\n".utf8
    }
}
