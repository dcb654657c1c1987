/// A secret encrypted for its owner: harmless to copy, to store and to compare.
///
/// The bytes are `0x01`, the key's number (4, big-endian), the nonce (12), the ciphertext and its tag (16).
public struct SealedSecret: Hashable, Sendable {
    public let bytes: [UInt8]

    public init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    static let version: UInt8 = 1
    private static let headerCount = 5

    init(key: KeyID, nonce: [UInt8], ciphertext: [UInt8]) {
        bytes = SealedSecret.header(of: key) + nonce + ciphertext
    }

    /// What begins everything that is sealed under `key`.
    public static func header(of key: KeyID) -> [UInt8] { [version] + key.bytes }

    /// The key that opens it, where the bytes are a sealed secret at all.
    public var key: KeyID? {
        bytes.first == SealedSecret.version ? KeyID(bytes: bytes[1...].prefix(4)) : nil
    }

    var nonce: ArraySlice<UInt8> { bytes.dropFirst(SealedSecret.headerCount).prefix(AES256GCM.nonceCount) }

    var ciphertext: ArraySlice<UInt8> { bytes.dropFirst(SealedSecret.headerCount + AES256GCM.nonceCount) }
}

/// Whom a sealed secret belongs to. It opens for nobody else, so exchanging two rows is noticed.
public struct Owner: Sendable {
    private let account: Int64
    private let row: [UInt8]

    /// - Parameter row: the id of the authenticator whose key is sealed.
    public init(account: Int64, row: [UInt8]) {
        self.account = account
        self.row = row
    }

    /// What the ciphertext is bound to; each part says its length, so no two owners read the same.
    func binding(key: KeyID) -> [UInt8] {
        lengthPrefixed([
            [SealedSecret.version], Array("totp".utf8), Array("sealed_key".utf8), bigEndianBytes(account), row,
            key.bytes,
        ])
    }
}
