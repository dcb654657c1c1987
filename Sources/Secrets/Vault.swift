/// The server's keys, and what they are for. Nothing in the database can be read or forged without them.
///
/// The newest key writes. Older ones still read what they wrote, so a key is replaced without a pause.
public struct Vault: ~Copyable {
    public let newest: KeyID

    private let ids: [KeyID]
    /// For each master key, newest first, the keys derived from it in the order of `Purpose`.
    private let keys: Secret

    /// A use of the server's keys. Each has keys of its own, so what one made says nothing to another.
    public enum Purpose: String, CaseIterable, Sendable {
        case secondFactor = "second-factor"
        case password
        case recoveryCode = "recovery-code"
        case formToken = "form-token"
        case session
        case audit
        case keyCheck = "key-check"
    }

    /// Reads the key ring file, and refuses one that is not whole or that others could have read.
    public init(keyRing path: String) throws(KeyRingError) {
        let ring = try KeyRing(path: path)
        ids = ring.ids
        newest = ring.ids[0]
        keys = Vault.derive(from: ring)
    }

    /// Makes a key ring file with one fresh key, unless the file exists.
    public static func createKeyRing(at path: String) throws(KeyRingError) {
        try KeyRing.create(at: path)
    }

    private static func derive(from ring: borrowing KeyRing) -> Secret {
        let purposes = Purpose.allCases.map { Array("vestibule/\($0.rawValue)/v1".utf8) }
        return unsafe Secret(count: ring.ids.count * purposes.count * KeyRing.keyCount) { keys in
            for index in ring.ids.indices {
                let master = ring.key(at: index)
                for (purpose, information) in purposes.enumerated() {
                    let start = (index * purposes.count + purpose) * KeyRing.keyCount
                    let key = unsafe UnsafeMutableRawBufferPointer(rebasing: keys[start..<(start + KeyRing.keyCount)])
                    master.withSpan { master in
                        unsafe master.withUnsafeBytes { unsafe HKDF.sha256(from: $0, for: information, into: key) }
                    }
                }
            }
        }
    }

    /// Lends the key of `purpose` that was derived from master key `id`.
    borrowing func withKey<Result: ~Copyable>(
        for purpose: Purpose, under id: KeyID, _ body: (Span<UInt8>) -> Result
    ) throws(VaultError) -> Result {
        guard let index = ids.firstIndex(of: id), let position = Purpose.allCases.firstIndex(of: purpose) else {
            throw .unknownKey(id)
        }
        let start = (index * Purpose.allCases.count + position) * KeyRing.keyCount
        return keys.withSpan { body($0.extracting(start..<(start + KeyRing.keyCount))) }
    }
}

public enum VaultError: Error, Equatable, CustomStringConvertible {
    /// Something was made with a key that the key ring no longer has.
    case unknownKey(KeyID)
    /// A sealed secret was changed, or belongs to somebody else.
    case damaged

    public var description: String {
        switch self {
        case .unknownKey(let key): "the key ring has no key \(key.rawValue), which the database still needs"
        case .damaged: "a sealed secret does not open: it was changed, or moved from another row"
        }
    }
}
