import HTTP

/// Lines of `name:hash`, as Apache's htpasswd writes them; empty ones and those that begin with # say nothing.
///
/// Whom they are about is called by what stands before the @ of the address.
enum Htpasswd {
    private static let longestLine = 1_024

    static func read(_ bytes: [UInt8], domain: String?) -> AccountFile {
        var file = AccountFile()
        for (index, text) in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated() {
            let line = text.last == UInt8(ascii: "\r") ? text.dropLast() : text
            guard let first = line.first, first != UInt8(ascii: "#") else { continue }
            guard line.count <= longestLine, let colon = line.firstIndex(of: UInt8(ascii: ":")) else {
                file.refuse(index + 1, "no name and hash such as ada@example.org:$2y$…")
                continue
            }
            let (name, hash) = (Array(line[..<colon]), Array(line[(colon + 1)...]))
            let at = UInt8(ascii: "@")
            let email = domain.map { name.contains(at) ? name : name + "@\($0)".utf8 } ?? name
            file.add(index + 1, email: email, name: Array(name.prefix { $0 != at }), role: [], hash: hash)
        }
        return file
    }
}
