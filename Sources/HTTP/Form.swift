/// The fields of a form, posted or in the query of an address: one value a name, as the bytes that were typed.
public struct Form: Sendable, CustomReflectable {
    private let fields: [[UInt8]: [UInt8]]

    /// A request without a form.
    public static let none = Form(fields: [:])

    private init(fields: [[UInt8]: [UInt8]]) {
        self.fields = fields
    }

    /// Decodes `application/x-www-form-urlencoded` (URL Standard §5.1).
    ///
    /// A name that comes twice, or an escape that is none, leaves open what was meant: such a form is malformed.
    public init(decoding body: [UInt8]) throws(MalformedRequest) {
        var fields: [[UInt8]: [UInt8]] = [:]
        for pair in body.split(separator: UInt8(ascii: "&")) {
            let halves = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = Form.decode(halves[0]), let value = Form.decode(halves.count == 2 ? halves[1] : []),
                fields.updateValue(value, forKey: name) == nil
            else { throw .form }
        }
        self.fields = fields
    }

    /// What was typed into the field `name`; `nil` if the form had no such field.
    public subscript(name: StaticString) -> [UInt8]? { fields[Array("\(name)".utf8)] }

    /// What was typed into the field `name`, to be shown again; bytes that are not UTF-8 are replaced.
    public func text(_ name: StaticString) -> String {
        String(decoding: self[name] ?? [], as: UTF8.self)
    }

    /// Prints as nothing, since it may hold a password or a code.
    public var customMirror: Mirror { Mirror(self, children: [:]) }

    private static func decode(_ encoded: ArraySlice<UInt8>) -> [UInt8]? {
        var decoded: [UInt8] = []
        decoded.reserveCapacity(encoded.count)
        var rest = encoded
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "+"):
                decoded.append(0x20)
            case UInt8(ascii: "%"):
                guard let high = rest.popFirst().flatMap(hexadecimalValue),
                    let low = rest.popFirst().flatMap(hexadecimalValue)
                else { return nil }
                decoded.append(high << 4 | low)
            default:
                decoded.append(byte)
            }
        }
        return decoded
    }
}
