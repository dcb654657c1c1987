/// Files that are behind the gate by one address, and may be read by another.
enum Folders {
    static func findings(_ server: Server) -> [Finding] {
        let open = server.all.filter { $0.scope.check == nil && !$0.isOfTheGate && $0.passes.isEmpty }
        let calling = server.all.filter { $0.scope.check == nil && !$0.isOfTheGate && !$0.passes.isEmpty }
        return open.compactMap { climbing($0, server) } + calling.flatMap { called($0, server) }
            + open.filter(server.isOpen).flatMap { same($0, server) + rewritten($0, server) + tried($0, server) }
    }

    /// nginx makes `/files../x` of `location /files` and `alias /srv/files/` into `/srv/files/../x`.
    private static func climbing(_ location: Location, _ server: Server) -> Finding? {
        guard case .prefix(let prefix, _) = location.address, !prefix.ends(with: "/"),
            let alias = location.scope.own("alias").last, alias.first.ends(with: "/")
        else { return nil }
        return Finding(
            place: location.directive.place(in: server.file),
            problem: "\(prefix)../ leads to everything beside \(alias.first), to everybody",
            remedy: "location \(prefix)/ {")
    }

    /// An `alias`, or another `root`, that leads into the folder of a location behind the gate, or around it.
    private static func same(_ location: Location, _ server: Server) -> [Finding] {
        guard let shown = location.folder else { return [] }
        let root = location.scope.own("alias").isEmpty ? location.scope.own("root").last?.first : nil
        return server.singledOut.filter { behind in
            // From the same root, a file has the same address in both.
            let isSame = root != nil && behind.scope.effective("root").last?.first == root
            return !isSame && folder(of: behind).map { $0.overlaps(shown) } ?? false
        }.prefix(1).map { finding(location.directive, location, $0, server) }
    }

    /// A `rewrite` that stays in the open location, and takes a file by the address that is behind the gate.
    private static func rewritten(_ location: Location, _ server: Server) -> [Finding] {
        location.scope.everywhere("rewrite").filter { $0.arguments.last == "break" }.flatMap { rewrite in
            server.singledOut.filter { !$0.address.isNamed && mayMean($0.address, rewrite.second.literal) }.prefix(1)
                .map {
                    finding(rewrite, location, $0, server)
                }
        }
    }

    /// A file of a location behind the gate among those that `try_files` looks for; only its last word leads to another.
    private static func tried(_ location: Location, _ server: Server) -> [Finding] {
        location.scope.everywhere("try_files").flatMap { files in
            files.arguments.dropLast().filter { $0.begins(with: "/") }.flatMap { file in
                server.singledOut.filter { !$0.address.isNamed && mayMean($0.address, file.literal) }.prefix(1)
                    .map { finding(files, location, $0, server) }
            }
        }
    }

    /// A script of a location behind the gate that PHP is told to run for everybody.
    private static func called(_ location: Location, _ server: Server) -> [Finding] {
        let root: Word = "$document_root"
        return location.scope.own("fastcgi_param").filter {
            $0.first == "SCRIPT_FILENAME" && $0.second.begins(with: root)
        }.flatMap { parameter -> [Finding] in
            let script = Word(parameter.second.bytes.dropFirst(root.bytes.count)).literal
            guard script.begins(with: "/") else { return [] }
            return server.singledOut.filter { !$0.address.isNamed && mayMean($0.address, script) }.prefix(1)
                .map { finding(parameter, location, $0, server) }
        }
    }

    private static func mayMean(_ address: Address, _ target: Word) -> Bool {
        switch address {
        case .exact(let word), .prefix(let word, _): word.overlaps(target)
        case .expression: address.mayTake(beneath: target)
        case .named: false
        }
    }

    private static func finding(
        _ directive: Directive, _ location: Location, _ behind: Location, _ server: Server
    ) -> Finding {
        Finding(
            place: directive.place(in: server.file),
            problem: "`\(location.name)` has files of `\(behind.name)` (\(behind.place)), and answers everybody",
            remedy: "include protect.conf;")
    }

    private static func folder(of location: Location) -> Word? {
        guard case .prefix(let prefix, _) = location.address, prefix != "/" else { return nil }
        if let alias = location.scope.own("alias").last { return alias.first }
        return location.scope.effective("root").last.map { Word($0.first.bytes + prefix.bytes) }
    }
}
