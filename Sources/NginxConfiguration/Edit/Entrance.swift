/// Where a server of this machine can be asked.
public struct Entrance: Equatable, Sendable {
    /// As browsers write it: `https://wiki.example.org:8443`.
    public let origin: String
    /// The address of this machine at which it listens.
    public let host: String
    /// Those that its locations name.
    public let paths: [String]

    static func all(of server: Directive) -> [Entrance] {
        let name = Server.literalNames(of: server).first
        let paths = self.paths(of: server)
        return Listen.all(of: server).map { listen in
            Entrance(
                origin: listen.origin(of: name ?? listen.host).description, host: listen.host.description, paths: paths)
        }
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
