/// An address that can be asked for: `https://wiki.example.org/page?x=1`.
public struct WebAddress: Equatable, Sendable, CustomStringConvertible {
    /// As it was written.
    public let description: String
    public let isSecure: Bool
    /// What stands in the header `Host`.
    public let authority: String
    /// A name or a number, without the brackets of IPv6.
    public let host: String
    public let port: UInt16
    /// What stands in the first line of a request.
    public let target: String

    /// `nil` for what could not be sent as it stands, or names a user.
    public init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.allSatisfy({ (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "\\") }),
            let scheme = ["https://", "http://"].first(where: { bytes.starts(with: $0.utf8) })
        else { return nil }
        let rest = bytes.dropFirst(scheme.utf8.count).prefix { $0 != UInt8(ascii: "#") }
        let authority = rest.prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") }
        guard !authority.contains(UInt8(ascii: "@")) else { return nil }
        let path = rest[authority.endIndex...]
        isSecure = scheme == "https://"
        guard let (host, port) = WebAddress.parts(of: authority, standard: isSecure ? 443 : 80) else { return nil }
        self.host = host
        self.port = port
        self.authority = String(decoding: authority, as: UTF8.self)
        target = (path.first == UInt8(ascii: "/") ? "" : "/") + String(decoding: path, as: UTF8.self)
        description = text
    }

    private static func parts(of authority: ArraySlice<UInt8>, standard: UInt16) -> (host: String, port: UInt16)? {
        let bracket = authority.firstIndex(of: UInt8(ascii: "]")) ?? authority.startIndex
        let colon = authority[bracket...].firstIndex(of: UInt8(ascii: ":"))
        var host = authority[..<(colon ?? authority.endIndex)]
        if host.first == UInt8(ascii: "["), host.last == UInt8(ascii: "]") { host = host.dropFirst().dropLast() }
        guard !host.isEmpty else { return nil }
        let name = String(decoding: host, as: UTF8.self)
        guard let colon else { return (name, standard) }
        return UInt16(String(decoding: authority[(colon + 1)...], as: UTF8.self)).map { (name, $0) }
    }
}
