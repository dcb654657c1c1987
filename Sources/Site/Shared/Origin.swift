/// Scheme, host and port of an address, in the one spelling that browsers use (RFC 6454 §6.1).
struct Origin {
    let isSecure: Bool
    let host: String
    /// `nil` where it is the scheme's own.
    let port: Int?

    /// Reads `https://id.example.org` or `http://127.0.0.1:8080`; nothing may follow.
    init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard let scheme = ["https://", "http://"].first(where: { bytes.starts(with: $0.utf8) }) else { return nil }
        let parts = bytes.dropFirst(scheme.utf8.count)
            .split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), !parts[0].isEmpty, parts[0].allSatisfy(Origin.isOfHost) else { return nil }
        isSecure = scheme == "https://"
        host = String(decoding: parts[0], as: UTF8.self)
        port = parts.count == 2 ? Int(String(decoding: parts[1], as: UTF8.self)) : nil
        guard parts.count == 1 || (port.map(String.init)?.utf8.elementsEqual(parts[1]) ?? false),
            port.map((1...65_535).contains) ?? true, port != (isSecure ? 443 : 80)
        else { return nil }
    }

    /// Whether nothing that is sent there leaves this machine (RFC 6761 §6.3).
    var isOfThisMachine: Bool { host == "127.0.0.1" || host == "localhost" || host.hasSuffix(".localhost") }

    private static func isOfHost(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."),
            UInt8(ascii: "-"):
            true
        default: false
        }
    }
}
