/// The server's keys, and what they are for. Nothing in the database can be read or forged without them.
///
/// The current key writes. The others still read what they wrote, so a key is replaced without a pause.
public struct Vault: ~Copyable {
    /// The key ring file.
    public let path: String
    /// The key that writes: the newest, unless it still waits to be begun.
    public private(set) var current: KeyID
    /// The keys that seal and open, the newest first.
    public let ids: [KeyID]
    /// The retired keys, of which only what verifies the audit log is left.
    public let retired: [KeyID]

    private let stamp: FileStamp?
    /// For each of `ids`, the keys derived from it in the order of `Purpose`; then the audit keys of `retired`.
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
        self.path = path
        stamp = ring.stamp
        ids = ring.ids
        retired = ring.retired
        current = ring.ids[0]
        keys = Vault.derive(from: ring)
    }

    /// Whether the ring has this key, to seal and to open.
    public func has(_ key: KeyID) -> Bool { ids.contains(key) }

    /// Has `key`, which is one of `ids`, write from now on.
    public mutating func write(under key: KeyID) {
        precondition(has(key), "the key is in the key ring")
        current = key
    }

    /// Whether another file is at the key ring's place now. One that is gone is no other one.
    public var isOutdated: Bool { FileStamp(of: path).map { $0 != stamp } ?? false }

    /// Reads the key ring file again.
    public func reread() throws(KeyRingError) -> Vault { try Vault(keyRing: path) }

    private static func derive(from ring: borrowing KeyRing) -> Secret {
        let purposes = Purpose.allCases
        let derived = ring.ids.count * purposes.count
        return unsafe Secret(count: (derived + ring.retired.count) * KeyRing.keyCount) { keys in
            func place(_ index: Int) -> UnsafeMutableRawBufferPointer {
                let start = index * KeyRing.keyCount
                return unsafe UnsafeMutableRawBufferPointer(rebasing: keys[start..<(start + KeyRing.keyCount)])
            }
            for (index, id) in ring.ids.enumerated() {
                let master = ring.key(id)
                for (position, purpose) in purposes.enumerated() {
                    unsafe derive(for: purpose, from: master, into: place(index * purposes.count + position))
                }
            }
            for (index, id) in ring.retired.enumerated() {
                let place = unsafe place(derived + index)
                ring.key(id).withSpan { key in unsafe key.withUnsafeBytes { unsafe place.copyMemory(from: $0) } }
            }
        }
    }

    /// The key of `purpose` that `master` yields, for whoever keeps it without `master`.
    static func key(for purpose: Purpose, derivedFrom master: borrowing Secret) -> Secret {
        unsafe Secret(count: KeyRing.keyCount) { unsafe derive(for: purpose, from: master, into: $0) }
    }

    @unsafe private static func derive(
        for purpose: Purpose, from master: borrowing Secret, into key: UnsafeMutableRawBufferPointer
    ) {
        let information = Array("vestibule/\(purpose.rawValue)/v1".utf8)
        master.withSpan { master in
            unsafe master.withUnsafeBytes { unsafe HKDF.sha256(from: $0, for: information, into: key) }
        }
    }

    /// Lends the key of `purpose` that was derived from master key `id`.
    borrowing func withKey<Result: ~Copyable>(
        for purpose: Purpose, under id: KeyID, _ body: (Span<UInt8>) -> Result
    ) throws(VaultError) -> Result {
        guard let place = place(of: purpose, under: id) else { throw .unknownKey(id) }
        let start = place * KeyRing.keyCount
        return keys.withSpan { body($0.extracting(start..<(start + KeyRing.keyCount))) }
    }

    private func place(of purpose: Purpose, under id: KeyID) -> Int? {
        let purposes = Purpose.allCases
        if let index = ids.firstIndex(of: id) { return index * purposes.count + purposes.firstIndex(of: purpose)! }
        guard purpose == .audit, let index = retired.firstIndex(of: id) else { return nil }
        return ids.count * purposes.count + index
    }
}
