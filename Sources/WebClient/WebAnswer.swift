/// The beginning of what a site answered: its status, and where it leads.
public struct WebAnswer: Equatable, Sendable {
    public let status: Int
    /// The header `Location`, byte for byte.
    public let location: [UInt8]?

    /// Asks for `address` without any cookie, and follows nothing. `host` is where to ask, if not where the name leads.
    public static func asking(
        _ address: WebAddress, as asker: Asker, at host: String? = nil
    ) throws(WebError) -> WebAnswer {
        let connection = try Connection(to: address, at: host ?? address.host)
        try connection.write(Array(asker.request(for: address).utf8))
        var bytes: [UInt8] = []
        while true {
            let part = try connection.read()
            bytes += part
            if let answer = WebAnswer(bytes) { return answer }
            guard !part.isEmpty, bytes.count < 1 << 20 else { throw WebError("it answers with no HTTP") }
        }
    }

    /// Reads what has arrived so far; `nil` while the head of the answer is not whole. What a server says meanwhile
    /// (status 1xx) is no answer.
    init?(_ bytes: [UInt8]) {
        var lines: [ArraySlice<UInt8>] = []
        var rest = bytes[...]
        while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
            let line = rest[..<end].last == UInt8(ascii: "\r") ? rest[..<(end - 1)] : rest[..<end]
            rest = rest[(end + 1)...]
            guard line.isEmpty else {
                lines.append(line)
                continue
            }
            guard let status = WebAnswer.status(lines.first ?? []) else { return nil }
            if status >= 200 {
                self.status = status
                location = lines.dropFirst().lazy.compactMap(WebAnswer.location).first
                return
            }
            lines = []
        }
        return nil
    }

    private static func status(_ line: ArraySlice<UInt8>) -> Int? {
        let words = line.split(separator: UInt8(ascii: " "))
        guard words.count >= 2, words[0].starts(with: "HTTP/1.".utf8) else { return nil }
        return Int(String(decoding: words[1], as: UTF8.self))
    }

    private static func location(_ line: ArraySlice<UInt8>) -> [UInt8]? {
        let name = "location:".utf8
        guard line.count >= name.count, zip(line, name).allSatisfy({ $0 | 0x20 == $1 | 0x20 }) else { return nil }
        return Array(line.dropFirst(name.count).drop { $0 == UInt8(ascii: " ") })
    }
}
