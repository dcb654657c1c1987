/// Where a server of this machine can be asked.
public struct Entrance: Equatable, Sendable {
    /// As browsers write it: `https://wiki.example.org:8443`.
    public let origin: String
    /// The address of this machine at which it listens.
    public let host: String
    /// Those that its locations name.
    public let paths: [String]

    /// One for each `listen`; nginx listens at port 80 where there is none.
    static func all(of server: Directive) -> [Entrance] {
        let listens = (server.block ?? []).filter { $0.name == "listen" && !$0.first.begins(with: "unix:") }
        let name = Server.names(of: server).map(\.description).filter { !$0.contains("*") && !$0.contains("~") }.min()
        let paths = self.paths(of: server)
        let addresses = listens.isEmpty ? [["80"]] : listens.map(\.arguments)
        return addresses.map { words in
            let (host, port) = parts(of: words[0])
            let isSecure = words.contains("ssl")
            let suffix = port == (isSecure ? "443" : "80") ? "" : ":\(port)"
            let shown = host.contains(":") ? "[\(host)]" : host
            return Entrance(
                origin: "\(isSecure ? "https" : "http")://\(name ?? shown)\(suffix)", host: host, paths: paths)
        }
    }

    /// `80`, `127.0.0.1:8080`, `[::]:80` or `*:80`; where it listens everywhere, it is asked on this machine.
    private static func parts(of listen: Word) -> (host: String, port: String) {
        let bytes = listen.bytes
        let bracket = bytes.lastIndex(of: UInt8(ascii: "]")) ?? 0
        let colon = bytes[bracket...].lastIndex(of: UInt8(ascii: ":"))
        if colon == nil, let port = Int(listen.description) { return ("127.0.0.1", String(port)) }
        let host = Word(bytes[..<(colon ?? bytes.endIndex)].filter { !Array("[]".utf8).contains($0) })
        let port = colon.map { String(decoding: bytes[($0 + 1)...], as: UTF8.self) } ?? "80"
        return (["*", "0.0.0.0", ""].contains(host) ? "127.0.0.1" : host == "::" ? "::1" : host.description, port)
    }

    private static func paths(of server: Directive) -> [String] {
        let named = (server.block ?? []).filter { $0.name == "location" }.flatMap { location -> [Word] in
            let address = Address(location.arguments)
            if address.word.begins(with: Gate.renewals) { return [] }
            if address.isExpression { return address.word.contains("php") ? ["/index.php"] : [] }
            return address.isNamed ? [] : [address.word]
        }
        return Set(["/", "/no/such/page"] + named.map(\.description)).sorted()
    }
}
