/// Text as it stands in an address.
public enum PercentEncoding {
    /// Percent-encodes everything but the unreserved characters (RFC 3986 §2.3), so no value can end itself.
    public static func encode(_ text: String) -> String {
        String(decoding: encode(Array(text.utf8), butFor: isUnreserved), as: UTF8.self)
    }

    /// Percent-encodes every byte but those that may stay as they are.
    public static func encode(_ bytes: [UInt8], butFor mayStay: (UInt8) -> Bool) -> [UInt8] {
        let digits = Array("0123456789ABCDEF".utf8)
        return bytes.flatMap { byte in
            mayStay(byte) ? [byte] : [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 0xF)]]
        }
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
            UInt8(ascii: "~"):
            true
        default: false
        }
    }
}
