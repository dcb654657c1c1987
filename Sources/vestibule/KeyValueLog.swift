import FastCGI
import HTTP
import Logging

/// Writes each entry of the log as one line of `key=value`, which people and programs read alike.
struct KeyValueLog: LogHandler {
    var logLevel = Logger.Level.info
    var metadata = Logger.Metadata()
    var metadataProvider: Logger.MetadataProvider?

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        var line =
            "time=\(Moment(Instant.now()).milliseconds) level=\(event.level) message=\(KeyValueLog.quoted("\(event.message)"))"
        let pairs = metadata.merging(event.metadata ?? [:]) { $1 }
        for (key, value) in pairs.sorted(by: { $0.key < $1.key }) {
            line += " \(key)=\(KeyValueLog.quoted("\(value)"))"
        }
        StandardError.write(line)
    }

    /// The value as it is, or in quotes where a space, a quote or an unprintable byte is in it.
    ///
    /// Whatever is not printable ASCII is escaped, so that nobody can forge a line or colour a terminal.
    static func quoted(_ value: String) -> String {
        let isPlain = value.utf8.allSatisfy {
            (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "=")
        }
        if isPlain && !value.isEmpty { return value }
        var quoted = "\""
        for byte in value.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): quoted += "\\" + String(UnicodeScalar(byte))
            case 0x20...0x7E: quoted += String(UnicodeScalar(byte))
            default: quoted += "\\x" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
            }
        }
        return quoted + "\""
    }
}
