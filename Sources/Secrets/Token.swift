/// What a browser shows to be recognised: 32 random bytes, in a cookie as base64url. Only its hash is stored.
public struct Token: Sendable, CustomReflectable {
    private let bytes: [UInt8]

    private static let count = 32

    public static func random() -> Token {
        Token(bytes: Secret.random(count: count).withSpan { bytes in bytes.indices.map { bytes[$0] } })
    }

    private init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Reads the value of a cookie: exactly 43 characters, in the one spelling that we write.
    public init?(_ cookie: [UInt8]) {
        guard cookie.count == 43, let bytes = Base64.url.decode(cookie) else { return nil }
        self.bytes = bytes
    }

    /// For the cookie, and for nothing else.
    public var text: String { String(decoding: Base64.url.encode(bytes), as: UTF8.self) }

    /// What is stored: it finds the row, and makes no cookie.
    public var hash: [UInt8] { sha256(bytes) }

    /// Names this token to others, who can tell it by that and cannot make it.
    public var fingerprint: Token { Token(bytes: hash) }

    /// The next token that follows from this one, the same each time, and unguessable without the server's key.
    public func derived(_ label: StaticString, vault: borrowing Vault) -> Token {
        Token(bytes: vault.mac(Array("\(label)".utf8) + bytes, for: .session))
    }

    /// The tokens that have followed from this one, whichever key was current then; the one of now comes first.
    public func successors(_ label: StaticString, vault: borrowing Vault) -> [Token] {
        vault.macs(Array("\(label)".utf8) + bytes, for: .session).map(Token.init(bytes:))
    }

    /// Prints as nothing, so that no log can hold it.
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}
