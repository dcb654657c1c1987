public import Secrets

/// Base32 without padding (RFC 4648 §6), as authenticator apps read a key.
public enum Base32 {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)

    public static func encode(_ key: borrowing Secret) -> String {
        String(decoding: symbols(key), as: UTF8.self)
    }

    /// In groups of four with spaces between, for a person who types it.
    public static func grouped(_ key: borrowing Secret) -> String {
        let symbols = symbols(key)
        let groups = stride(from: 0, to: symbols.count, by: 4).map { symbols[$0..<min($0 + 4, symbols.count)] }
        return String(decoding: Array(groups.joined(separator: " ".utf8)), as: UTF8.self)
    }

    private static func symbols(_ key: borrowing Secret) -> [UInt8] {
        key.withSpan { bytes in
            var symbols: [UInt8] = []
            var buffer: UInt32 = 0
            var bits = 0
            for index in bytes.indices {
                buffer = buffer << 8 | UInt32(bytes[index])
                bits += 8
                while bits >= 5 {
                    bits -= 5
                    symbols.append(alphabet[Int(buffer >> bits & 31)])
                }
            }
            if bits > 0 { symbols.append(alphabet[Int(buffer << (5 - bits) & 31)]) }
            return symbols
        }
    }
}
