/// The cookies of a request, read as bytes (RFC 6265 §5.4): names and values are exactly what stands there.
public struct Cookies: Sendable, CustomReflectable {
    private let header: ArraySlice<UInt8>

    public init(_ header: ArraySlice<UInt8>) {
        self.header = header
    }

    /// The value of the cookie `name`. A cookie that comes twice is none, because nobody knows which is ours.
    public subscript(name: String) -> [UInt8]? {
        let name = name.utf8Span.span
        var value: Range<Int>?
        for pair in pairs where pair.name.count == name.count && header[pair.name].span.holds(name) {
            guard value == nil else { return nil }
            value = pair.value
        }
        return value.map { Array(header[$0]) }
    }

    /// The names in the order in which they came: browsers send the oldest first (RFC 6265 §5.4).
    public var names: [[UInt8]] { pairs.map { Array(header[$0.name]) } }

    /// Whether one of the names that `isMeant` comes more than once, as no browser of an honest visitor sends it.
    public func isDoubled(_ isMeant: (ArraySlice<UInt8>) -> Bool) -> Bool {
        let meant = pairs.filter { isMeant(header[$0.name]) }
        return meant.count > 1 && Set(meant.map { header[$0.name] }).count < meant.count
    }

    private var pairs: Pairs { Pairs(header: header, start: header.startIndex) }

    /// Where in the header the name and the value of each cookie stand.
    private struct Pairs: Sequence, IteratorProtocol {
        let header: ArraySlice<UInt8>
        var start: Int

        mutating func next() -> (name: Range<Int>, value: Range<Int>)? {
            while start < header.endIndex {
                while start < header.endIndex, header[start] == 0x20 { start += 1 }
                let first = start
                var equals: Int?
                while start < header.endIndex, header[start] != UInt8(ascii: ";") {
                    if equals == nil, header[start] == UInt8(ascii: "=") { equals = start }
                    start += 1
                }
                defer { start += 1 }
                if let equals { return (first..<equals, equals + 1..<start) }
            }
            return nil
        }
    }

    /// Prints as nothing, since it holds whoever is signed in.
    public var customMirror: Mirror { Mirror(self, children: [:]) }
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
