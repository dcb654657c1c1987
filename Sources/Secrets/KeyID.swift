/// The number of a key in the key ring. It stands in everything made with that key, and is no secret.
public struct KeyID: RawRepresentable, Hashable, Comparable, Sendable {
    public let rawValue: UInt32

    public init(rawValue: UInt32) {
        self.rawValue = rawValue
    }

    public static func < (older: KeyID, newer: KeyID) -> Bool { older.rawValue < newer.rawValue }

    var bytes: [UInt8] { bigEndianBytes(rawValue) }

    init?(bytes: some Collection<UInt8>) {
        guard bytes.count == 4 else { return nil }
        rawValue = bytes.reduce(0) { $0 << 8 | UInt32($1) }
    }
}
