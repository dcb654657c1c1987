/// Where a server listens, as one of its `listen` lines has it.
struct Listen {
    /// The address of this machine at which it can be asked.
    let host: Word
    let port: String
    let isSecure: Bool
    /// Whether the server answers here whatever name nobody has.
    let isDefault: Bool

    /// One for each `listen` but for sockets of this machine's; nginx listens at port 80 where there is none.
    static func all(of server: Directive) -> [Listen] {
        let block = server.block ?? []
        let lines = block.filter { $0.name == "listen" }
        let isSecure = block.contains { $0.name == "ssl" && $0.first == "on" }
        return (lines.isEmpty ? [["80"]] : lines.map(\.arguments)).filter { !$0[0].begins(with: "unix:") }.map {
            Listen($0, isSecure: isSecure)
        }
    }

    /// `80`, `127.0.0.1:8080`, `[::]:80` or `*:80`, and what follows; where it listens everywhere, it is asked on this
    /// machine.
    private init(_ words: [Word], isSecure: Bool) {
        let (host, port) = Origin.parts(of: words[0])
        if port == nil, let number = Int(words[0].description) {
            self.host = "127.0.0.1"
            self.port = String(number)
        } else {
            self.host = ["*", "0.0.0.0", ""].contains(host) ? "127.0.0.1" : host == "::" ? "::1" : host
            self.port = port ?? "80"
        }
        self.isSecure = isSecure || words.contains("ssl") || words.contains("quic")
        isDefault = words.contains("default_server") || words.contains("default")
    }

    /// What a browser calls the server by `name` here.
    func origin(of name: Word) -> Origin { Origin(isSecure: isSecure, host: name, port: port) }
}
