/// Something in the audit log that is not as it was written.
public enum AuditFinding: Equatable, Sendable, CustomStringConvertible {
    case rowChanged(id: Int64)
    case rowsWithoutMAC(ids: ClosedRange<Int64>)
    case rowCopied(id: Int64)
    /// Nothing tells whether a row was removed that no seal covers, and this one has waited for a seal too long.
    case rowNotSealed(id: Int64)
    case rowMissing(id: Int64, seal: Int64)
    case rowAdded(id: Int64, seal: Int64)
    /// Each row that has a MAC is one that was written, but they are not those that were sealed: two have changed
    /// places, or one without a MAC was changed.
    case rowsExchanged(ids: ClosedRange<Int64>, seal: Int64)
    case sealChanged(Int64)
    case sealsMissing(ClosedRange<Int64>)
    /// The seal is one that was made, but not behind the one that stands before it.
    case sealOutOfPlace(Int64)
    case endMissing(AuditAnchor)

    public var description: String {
        switch self {
        case .rowChanged(let id): "row \(id) was changed or forged"
        case .rowsWithoutMAC(let ids):
            ids.count == 1
                ? "row \(ids.lowerBound) has no MAC: it was not written by Vestibule"
                : "rows \(ids.lowerBound) to \(ids.upperBound) have no MAC: they were not written by Vestibule"
        case .rowCopied(let id): "row \(id) stands there twice: one is a copy"
        case .rowNotSealed(let id):
            "row \(id) and later ones are not sealed since more than five minutes: see the housekeeper's log"
        case .rowMissing(let id, let seal): "row \(id) is missing; it was there when seal \(seal) was made"
        case .rowAdded(let id, let seal): "row \(id) was added; it was not there when seal \(seal) was made"
        case .rowsExchanged(let ids, let seal):
            "rows \(ids.lowerBound) to \(ids.upperBound) are not as they were when seal \(seal) was made"
        case .sealChanged(let number): "seal \(number) was changed or forged"
        case .sealsMissing(let numbers):
            numbers.count == 1
                ? "seal \(numbers.lowerBound) is missing"
                : "seals \(numbers.lowerBound) to \(numbers.upperBound) are missing"
        case .sealOutOfPlace(let number): "seal \(number) does not follow the one before it, which was exchanged"
        case .endMissing(let anchor):
            "seal \(anchor.number) is not the one that this host remembers: the end of the log was cut off or replaced"
        }
    }
}

/// What was looked at, for the one line that says so.
public struct AuditReport: Equatable, Sendable {
    public var rows = 0
    public var seals = 0
    /// Rows so young that no seal covers them: each has its MAC, but one that was removed is not missed.
    public var unsealed = 0
    /// Rows that an earlier version wrote, without a MAC; their seals cover them from the upgrade on.
    public var withoutMAC = 0
}
