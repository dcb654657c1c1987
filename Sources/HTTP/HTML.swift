/// Markup that is safe to send: what is interpolated into it is escaped, unless it is `HTML` itself.
///
///     let greeting: HTML = "<p>Hello, \(name)</p>"
public struct HTML: Sendable, ExpressibleByStringInterpolation {
    public private(set) var utf8: [UInt8]

    /// Nothing at all.
    public static let empty: HTML = ""

    public init(stringLiteral markup: String) {
        utf8 = Array(markup.utf8)
    }

    public init(stringInterpolation: StringInterpolation) {
        utf8 = stringInterpolation.utf8
    }

    /// Markup made by a library of ours that writes only characters which need no escape.
    public init(trusted utf8: [UInt8]) {
        self.utf8 = utf8
    }

    public struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var utf8: [UInt8] = []

        public init(literalCapacity: Int, interpolationCount: Int) {
            utf8.reserveCapacity(literalCapacity + interpolationCount * 32)
        }

        public mutating func appendLiteral(_ markup: String) {
            utf8 += markup.utf8
        }

        /// Escapes `text` for element content and for an attribute's value in double quotes alike.
        public mutating func appendInterpolation(_ text: String) {
            guard text.utf8Span.span.needsEscape else {
                utf8 += text.utf8
                return
            }
            for byte in text.utf8 {
                switch byte {
                case UInt8(ascii: "&"): utf8 += "&amp;".utf8
                case UInt8(ascii: "<"): utf8 += "&lt;".utf8
                case UInt8(ascii: ">"): utf8 += "&gt;".utf8
                case UInt8(ascii: "\""): utf8 += "&quot;".utf8
                case UInt8(ascii: "'"): utf8 += "&#39;".utf8
                default: utf8.append(byte)
                }
            }
        }

        public mutating func appendInterpolation(_ number: Int) {
            utf8 += String(number).utf8
        }

        public mutating func appendInterpolation(_ html: HTML) {
            utf8 += html.utf8
        }

        public mutating func appendInterpolation(_ parts: [HTML]) {
            for part in parts { utf8 += part.utf8 }
        }

        public mutating func appendInterpolation(_ html: HTML?) {
            if let html { utf8 += html.utf8 }
        }
    }
}

extension Span<UInt8> {
    /// Whether a byte means something in markup. Most texts have none, and are copied whole.
    fileprivate var needsEscape: Bool {
        for index in indices {
            switch self[index] {
            case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"):
                return true
            default: continue
            }
        }
        return false
    }
}
