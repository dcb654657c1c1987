public import Secrets

/// The address behind a QR code that makes an account in an authenticator app (the Key URI Format).
public struct KeyURI: Sendable, CustomReflectable {
    public let text: String

    public init(issuer: String, account: EmailAddress, key: borrowing Secret) {
        let issuer = KeyURI.encoded(issuer)
        text = """
            otpauth://totp/\(issuer):\(KeyURI.encoded(account.text))?secret=\(Base32.encode(key))\
            &issuer=\(issuer)&algorithm=SHA1&digits=6&period=\(TimeStep.period)
            """
    }

    /// Prints as nothing, so that no log can hold the key.
    public var customMirror: Mirror { Mirror(self, children: [:]) }

    /// Percent-encodes everything but the unreserved characters (RFC 3986 §2.3), so no value can end itself.
    private static func encoded(_ text: String) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        let bytes = text.utf8.flatMap { byte in
            isUnreserved(byte) ? [byte] : [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 0xF)]]
        }
        return String(decoding: bytes, as: UTF8.self)
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
