import HTTP

private let digits = Array("0123456789abcdef".utf8)

/// Two digits a byte, in lower case.
func hexadecimal(_ bytes: [UInt8]) -> String {
    let text = [UInt8](capacity: 2 * bytes.count) { text in
        for byte in bytes {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
    }
    return String(decoding: text, as: UTF8.self)
}

extension Form {
    /// Whether the field `name` holds `id`, as a page of ours wrote it there.
    func holds(_ id: [UInt8], in name: StaticString) -> Bool {
        self[name]?.elementsEqual(hexadecimal(id).utf8) ?? false
    }
}
