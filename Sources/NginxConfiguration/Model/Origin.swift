/// Scheme, host and port, by which a browser tells sites apart.
struct Origin: Hashable, CustomStringConvertible {
    let isSecure: Bool
    /// A name in lower case, or a number: one of IPv6 without its brackets.
    let host: Word
    let port: String

    init(isSecure: Bool, host: Word, port: String) {
        self.isSecure = isSecure
        self.host = host.lowercased
        self.port = port
    }

    /// Reads `https://wiki.example.org` or `http://127.0.0.1:8090`.
    init?(_ text: String) {
        let word = Word(text.utf8)
        guard let scheme = ["https://", "http://"].first(where: word.begins) else { return nil }
        let (host, port) = Origin.parts(of: Word(word.bytes.dropFirst(scheme.bytes.count)))
        guard !host.bytes.isEmpty else { return nil }
        let isSecure = scheme == "https://"
        self.init(isSecure: isSecure, host: host, port: port ?? (isSecure ? "443" : "80"))
    }

    /// As a browser writes it.
    var description: String {
        let shown = host.contains(":") ? "[\(host)]" : "\(host)"
        return "\(isSecure ? "https" : "http")://\(shown)\(port == (isSecure ? "443" : "80") ? "" : ":\(port)")"
    }

    /// Whether people can be led back there: plain http is for this machine alone.
    var mayBeListed: Bool {
        isSecure || host == "127.0.0.1" || host == "localhost" || host.ends(with: ".localhost")
    }

    /// `127.0.0.1:8080`, `[::]:80` or `wiki.example.org`, as host and port.
    static func parts(of address: Word) -> (host: Word, port: String?) {
        let bytes = address.bytes
        let bracket = bytes.lastIndex(of: UInt8(ascii: "]")) ?? 0
        let colon = bytes[min(bracket, bytes.count)...].lastIndex(of: UInt8(ascii: ":"))
        let host = bytes[..<(colon ?? bytes.endIndex)].filter { !Array("[]".utf8).contains($0) }
        return (Word(host), colon.map { String(decoding: bytes[($0 + 1)...], as: UTF8.self) })
    }
}
