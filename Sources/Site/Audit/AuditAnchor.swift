import HTTP
import Secrets

/// What a host remembers of the audit log outside the database: the newest seal. Whoever cuts off the end of the log,
/// rows and seals together, cannot cut it off here.
public struct AuditAnchor: Equatable, Sendable {
    public let number: Int64
    /// The seal's MAC in hexadecimal, as it stands in the file.
    private let mac: [UInt8]

    public init(_ seal: AuditSeal) {
        number = seal.number
        mac = Array(hexadecimal(seal.mac).utf8)
    }

    /// Reads the one line of the file.
    public init?(_ text: String) {
        let halves = trimmed(Array(text.utf8)).split(separator: UInt8(ascii: " "))
        guard halves.count == 2, let number = Decimal.value(halves[0]), number > 0, halves[1].count == 64 else {
            return nil
        }
        self.number = Int64(number)
        mac = Array(halves[1])
    }

    /// The one line of the file.
    public var text: String { "\(number) \(String(decoding: mac, as: UTF8.self))\n" }
}
