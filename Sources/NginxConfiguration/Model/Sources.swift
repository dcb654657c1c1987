/// What a server delivers from: folders of this machine, and services by their addresses.
struct Sources {
    /// Those of the whole server: `/srv/wiki/`.
    let folders: Set<Word>
    /// Those that a location has for itself, as far as its own addresses lead; and scripts that PHP is told to run.
    let parts: Set<Word>
    /// `127.0.0.1:9000`, `unix:/run/wiki.sock`.
    let services: Set<Word>
    /// Whether anything is delivered from the folders of the whole server.
    let usesFolders: Bool

    init(_ server: Server) {
        let pages = Set(server.everywhere.flatMap { $0.scope.effective("error_page") }.compactMap(\.arguments.last))
        let locations = server.all.filter { location in
            if case .exact(let address) = location.address, pages.contains(address) { return false }
            return !location.isOfTheGate && !location.isForRenewals
        }
        parts = Set(locations.compactMap(\.folder) + locations.flatMap(Sources.scripts))
        services = Set(
            locations.flatMap { location in
                location.passes.flatMap { Service($0, in: location, of: server)?.members ?? [] }
            })
        let takesAll = locations.contains { $0.address.word == "/" && !$0.address.isExpression }
        usesFolders =
            !takesAll
            || locations.contains {
                $0.folder == nil && $0.passes.isEmpty && !$0.deliversNothing(names: server.names)
            }
        let roots = usesFolders ? server.scope.effective("root") : server.scope.own("root")
        folders = Set(roots.map { Sources.folder($0.first) })
    }

    /// A file that PHP runs whatever the address.
    private static func scripts(_ location: Location) -> [Word] {
        location.scope.own("fastcgi_param").filter {
            ["SCRIPT_FILENAME", "DOCUMENT_ROOT"].contains($0.first) && $0.second.begins(with: "/")
        }.map { $0.second == $0.second.literal ? $0.second : folder($0.second.literal) }
    }

    /// As the system reads it, with a slash at its end: `/srv/wiki/` of `/srv//blog/../wiki`.
    static func folder(_ path: Word) -> Word {
        guard path.begins(with: "/") else { return path.ends(with: "/") ? path : Word(path.bytes + "/".utf8) }
        let parts = path.bytes.split(separator: UInt8(ascii: "/")).reduce(into: [ArraySlice<UInt8>]()) { parts, part in
            if part.elementsEqual("..".utf8) {
                _ = parts.popLast()
            } else if !part.elementsEqual(".".utf8) {
                parts.append(part)
            }
        }
        return Word("/".utf8 + parts.flatMap { $0 + "/".utf8 })
    }
}

extension Location {
    /// The folder that it has for itself, with as much of the address as is certain.
    var folder: Word? {
        if let alias = scope.own("alias").last { return alias.first.literal }
        guard let root = scope.own("root").last?.first.literal, !root.bytes.isEmpty else { return nil }
        switch address {
        case .exact(let word), .prefix(let word, _): return Word(root.bytes + word.bytes)
        case .expression, .named: return Word(root.bytes + "/".utf8)
        }
    }
}
