/// The cookies of a request, read as bytes (RFC 6265 §5.4): names and values are exactly what stands there.
public struct Cookies: Sendable, CustomReflectable {
    private let pairs: [(name: [UInt8], value: [UInt8])]

    public init(_ header: [UInt8]) {
        pairs = header.split(separator: UInt8(ascii: ";")).compactMap { pair in
            let pair = pair.drop { $0 == 0x20 }
            guard let equals = pair.firstIndex(of: UInt8(ascii: "=")) else { return nil }
            return (Array(pair[..<equals]), Array(pair[(equals + 1)...]))
        }
    }

    /// The value of the cookie `name`. A cookie that comes twice is none, because nobody knows which is ours.
    public subscript(name: String) -> [UInt8]? {
        let values = values(of: name)
        return values.count == 1 ? values[0] : nil
    }

    /// The names in the order in which they came: browsers send the oldest first (RFC 6265 §5.4).
    public var names: [[UInt8]] { pairs.map(\.name) }

    /// Whether one of the names that `isMeant` comes more than once, as no browser of an honest visitor sends it.
    public func isDoubled(_ isMeant: ([UInt8]) -> Bool) -> Bool {
        let names = names.filter(isMeant)
        return Set(names).count < names.count
    }

    /// Prints as nothing, since it holds whoever is signed in.
    public var customMirror: Mirror { Mirror(self, children: [:]) }

    private func values(of name: String) -> [[UInt8]] {
        pairs.filter { $0.name.elementsEqual(name.utf8) }.map(\.value)
    }
}

/// A cookie to be set: for this host alone, for the whole site, out of reach of scripts.
public struct Cookie: Equatable, Sendable {
    public let name: String
    public let value: String
    /// How many seconds the browser keeps it; `nil` until the browser closes; 0 removes it.
    public let maximumAge: Int?
    /// Whether it may only travel over TLS. A name with the prefix `__Host-` requires it.
    public let isSecure: Bool

    public init(_ name: String, _ value: String, maximumAge: Int? = nil, isSecure: Bool) {
        self.name = name
        self.value = value
        self.maximumAge = maximumAge
        self.isSecure = isSecure
    }

    /// The value of the `Set-Cookie` header.
    public var header: String {
        var header = "\(name)=\(value); Path=/; HttpOnly; SameSite=Lax"
        if let maximumAge { header += "; Max-Age=\(maximumAge)" }
        if isSecure { header += "; Secure" }
        return header
    }
}
