/// What a host remembers of the audit log outside the database: the newest seal. Whoever cuts off the end of the log,
/// rows and seals together, cannot cut it off here.
public struct AuditAnchor: Equatable, Sendable {
    public let number: Int64
    public let mac: String

    public init(_ seal: AuditSeal) {
        number = seal.number
        mac = hexadecimal(seal.mac)
    }

    /// Reads the one line of the file.
    public init?(_ text: String) {
        let halves = text.split(whereSeparator: \.isWhitespace)
        guard halves.count == 2, let number = Int64(halves[0]), number > 0, halves[1].utf8.count == 64 else {
            return nil
        }
        self.number = number
        mac = String(halves[1])
    }

    /// The one line of the file.
    public var text: String { "\(number) \(mac)\n" }
}
