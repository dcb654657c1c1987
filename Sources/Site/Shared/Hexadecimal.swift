import HTTP

/// Two digits a byte, in lower case.
func hexadecimal(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
}

extension Form {
    /// Whether the field `name` holds `id`, as a page of ours wrote it there.
    func holds(_ id: [UInt8], in name: StaticString) -> Bool {
        self[name]?.elementsEqual(hexadecimal(id).utf8) ?? false
    }
}
