/// What a location hands its requests on to.
struct Service {
    /// The addresses behind it: `127.0.0.1:9000`, `unix:/run/wiki.sock`.
    let members: Set<Word>
    /// What takes the place of the location's own address there, where that is said.
    let path: Word?

    /// `nil` for PHP, which is that of any number of sites.
    init?(_ pass: Directive, in location: Location, of server: Server) {
        guard pass.name != "fastcgi_pass" else { return nil }
        let url = Service.value(of: pass.first, location, server)
        members = Service.members(of: url, among: server.scope.outermost)
        path = pass.name == "proxy_pass" ? Service.parts(of: url).path : nil
    }

    /// The addresses behind `url`, be it one itself or the name of one of the upstreams that stand in `level`.
    static func members(of url: Word, among level: [Directive]) -> Set<Word> {
        let (name, address, _) = Service.parts(of: url)
        let upstream = level.first { $0.name == "upstream" && $0.first == name }
        let others = upstream?.block?.filter { $0.name == "server" }.map { Service.parts(of: $0.first).address }
        return Set(others ?? [address])
    }

    /// What a variable stands for that is set there, or in the server.
    private static func value(of word: Word, _ location: Location, _ server: Server) -> Word {
        guard let start = word.bytes.firstIndex(of: UInt8(ascii: "$")) else { return word }
        let rest = word.bytes[start...]
        let setting = (location.scope.own("set") + server.scope.own("set")).first { rest.starts(with: $0.first.bytes) }
        guard let setting else { return word }
        return Word(word.bytes[..<start] + setting.second.bytes + rest.dropFirst(setting.first.bytes.count))
    }

    /// `127.0.0.1:9000` and `/app/` of `http://localhost:9000/app/`, and what an upstream of that name would be called.
    private static func parts(of url: Word) -> (name: Word, address: Word, path: Word?) {
        let scheme = ["http://", "https://", "grpc://", "grpcs://"].first { url.begins(with: $0) }
        let rest = url.bytes.dropFirst(scheme?.bytes.count ?? 0)
        if rest.starts(with: "unix:".utf8) {
            let socket =
                rest.prefix("unix:".utf8.count) + rest.dropFirst("unix:".utf8.count).prefix { $0 != UInt8(ascii: ":") }
            let path = rest.dropFirst(socket.count + 1)
            return (Word(rest), Word(socket), path.isEmpty ? nil : Word(path))
        }
        let name = Word(rest.prefix(1) + rest.dropFirst().prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "$") })
        let path = rest.dropFirst(name.bytes.count)
        let (host, port) = Origin.parts(of: name)
        let number = host == "localhost" || host == "::1" ? "127.0.0.1" : host.lowercased
        let standard = scheme?.ends(with: "s://") ?? false ? "443" : "80"
        return (name, Word(number.bytes + Array(":\(port ?? standard)".utf8)), path.isEmpty ? nil : Word(path))
    }
}
