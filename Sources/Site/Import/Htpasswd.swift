import HTTP

/// Lines of `name:hash`, as Apache's htpasswd writes them; empty ones and those that begin with # say nothing.
enum Htpasswd {
    private static let longestLine = 1_024

    static func read(_ bytes: [UInt8], domain: String?) -> AccountFile {
        var file = AccountFile()
        for (index, text) in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated() {
            let line = text.last == UInt8(ascii: "\r") ? text.dropLast() : text
            guard let first = line.first, first != UInt8(ascii: "#") else { continue }
            guard line.count <= longestLine, let colon = line.firstIndex(of: UInt8(ascii: ":")) else {
                file.refuse(index + 1, "no line such as ada@example.org:$2y$…")
                continue
            }
            file.add(
                index + 1, email: address(line[..<colon], domain), name: nil, role: [],
                hash: Array(line[(colon + 1)...]))
        }
        return file
    }

    private static func address(_ name: ArraySlice<UInt8>, _ domain: String?) -> [UInt8] {
        guard let domain, !name.contains(UInt8(ascii: "@")) else { return Array(name) }
        return Array(name) + "@\(domain)".utf8
    }
}
