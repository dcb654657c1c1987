/// The eight bytes of `number`, the most significant first.
func bigEndianBytes(_ number: Int64) -> [UInt8] {
    stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: number >> $0) }
}
