/// Base64 without padding (RFC 4648): in the standard alphabet, or in the one for addresses and cookies.
struct Base64: Sendable {
    static let standard = Base64(further: "+/")
    static let url = Base64(further: "-_")

    private let symbols: [UInt8]
    /// What each symbol stands for; a byte that is none stands for nothing.
    private let values: [UInt8?]

    private init(further: StaticString) {
        let symbols = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789\(further)".utf8)
        self.symbols = symbols
        values = (0...UInt8.max).map { byte in symbols.firstIndex(of: byte).map(UInt8.init) }
    }

    func encode(_ bytes: [UInt8]) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity((bytes.count * 4 + 2) / 3)
        var buffer: UInt32 = 0
        var bits = 0
        for byte in bytes {
            buffer = buffer << 8 | UInt32(byte)
            bits += 8
            while bits >= 6 {
                bits -= 6
                text.append(symbols[Int(buffer >> bits & 0x3F)])
            }
        }
        if bits > 0 { text.append(symbols[Int(buffer << (6 - bits) & 0x3F)]) }
        return text
    }

    /// The bytes that `text` stands for, unless another text would stand for them as well.
    func decode(_ text: some Collection<UInt8>) -> [UInt8]? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count * 3 / 4)
        var buffer: UInt32 = 0
        var bits = 0
        for symbol in text {
            guard let value = values[Int(symbol)] else { return nil }
            buffer = buffer << 6 | UInt32(value)
            bits += 6
            if bits >= 8 {
                bits -= 8
                bytes.append(UInt8(truncatingIfNeeded: buffer >> bits))
            }
        }
        guard bits < 6, buffer & (1 << bits - 1) == 0 else { return nil }
        return bytes
    }
}
