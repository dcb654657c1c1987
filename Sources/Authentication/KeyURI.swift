public import Secrets

/// The address behind a QR code that makes an account in an authenticator app (the Key URI Format).
public struct KeyURI: Sendable, CustomReflectable {
    public let text: String

    public init(issuer: String, account: EmailAddress, key: borrowing Secret) {
        let issuer = PercentEncoding.encode(issuer)
        text = """
            otpauth://totp/\(issuer):\(PercentEncoding.encode(account.text))?secret=\(Base32.encode(key))\
            &issuer=\(issuer)&algorithm=SHA1&digits=6&period=\(TimeStep.period)
            """
    }

    /// Prints as nothing, so that no log can hold the key.
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}
