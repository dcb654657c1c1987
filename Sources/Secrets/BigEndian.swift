/// The bytes of `number`, the most significant first.
public func bigEndianBytes(_ number: some FixedWidthInteger) -> [UInt8] {
    stride(from: type(of: number).bitWidth - 8, through: 0, by: -8).map { UInt8(truncatingIfNeeded: number >> $0) }
}

/// `parts` one after the other, each with its length before it, so that no two lists read alike.
public func lengthPrefixed(_ parts: [[UInt8]]) -> [UInt8] {
    parts.flatMap { bigEndianBytes(UInt32($0.count)) + $0 }
}
