/// A file of sites with the lines added that put its servers behind the gate.
public struct Protection {
    /// The file as it is to be.
    public let text: [UInt8]
    /// Where the servers that were put behind the gate can be asked.
    public let entrances: [Entrance]

    /// `gate` is the folder that has gate.conf. A server that only leads elsewhere stays as it is, as does one that
    /// includes the gate already.
    public init(
        of text: [UInt8], file: String, gate: String, demanding demand: String?
    ) throws(ReadingFault) {
        let directives = try Parser.directives(of: text, file: file)
        let blocks = directives.filter { $0.name == "http" }.flatMap { $0.block ?? [] }
        let servers = (directives + blocks).filter { $0.name == "server" && Protection.isOpen($0) }
        var edit = Edit(text)
        for server in servers { Protection.protect(server, gate, demand, &edit) }
        self.text = edit.result
        entrances = servers.flatMap(Entrance.all)
    }

    private static func isOpen(_ server: Directive) -> Bool {
        let own = server.block ?? []
        return !own.contains { $0.name == "return" || $0.name == "include" && $0.first.ends(with: "gate.conf") }
    }

    private static func protect(_ server: Directive, _ gate: String, _ demand: String?, _ edit: inout Edit) {
        var lines = ["include \"\(gate)/gate.conf\";", "include \"\(gate)/protect.conf\";"]
        if let demand { lines.append("set $vestibule_require \"\(demand)\";") }
        edit.open(server, with: lines)
        for location in server.block ?? [] where location.name == "location" { adapt(location, gate, &edit) }
    }

    /// Has a location tell what it hands on to who is there, and nothing else that could pass for it.
    private static func adapt(_ location: Directive, _ gate: String, _ edit: inout Edit) {
        let own = location.block ?? []
        if Address(location.arguments).word.begins(with: Gate.renewals) {
            edit.open(location, with: ["auth_request off;"])
        }
        if own.contains(where: { $0.name == "fastcgi_pass" }) {
            edit.open(location, with: ["include \"\(gate)/protect-php.conf\";"])
            for directive in own where isReplacedForPHP(directive) { edit.remove(directive) }
        }
        if own.contains(where: { $0.name == "proxy_pass" }) {
            edit.open(location, with: ["include \"\(gate)/protect-proxy.conf\";"])
            for directive in own where isReplacedForProxy(directive) { edit.remove(directive) }
        }
        for inner in own where inner.name == "location" { adapt(inner, gate, &edit) }
    }

    /// What protect-php.conf has too.
    private static func isReplacedForPHP(_ directive: Directive) -> Bool {
        switch directive.name {
        case "include":
            ["fastcgi_params", "fastcgi.conf", "fastcgi-php.conf"].contains { directive.first.ends(with: $0) }
        case "fastcgi_split_path_info", "fastcgi_index": true
        case "try_files": directive.first == "$fastcgi_script_name"
        case "fastcgi_param": ["SCRIPT_FILENAME", "PATH_INFO", "HTTPS", "HTTP_PROXY"].contains(directive.first)
        default: false
        }
    }

    /// What protect-proxy.conf has too: a second `Host` would be refused.
    private static func isReplacedForProxy(_ directive: Directive) -> Bool {
        switch directive.name {
        case "include": directive.first.ends(with: "proxy_params")
        case "proxy_set_header":
            [
                "host", "cookie", "authorization", "x-real-ip", "x-forwarded-for", "x-forwarded-proto",
                "x-forwarded-host",
            ].contains(directive.first.lowercased)
        default: false
        }
    }
}
