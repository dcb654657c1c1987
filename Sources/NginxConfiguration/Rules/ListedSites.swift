/// What is listed as behind the gate is what nginx has behind it: at any other site nobody is let in, and any other site of
/// the list is open, or not there.
enum ListedSites {
    static func findings(_ servers: [Server], _ listing: Listing) -> [Finding] {
        let known = Set(listing.sites + [listing.door])
        let unlisted = servers.filter(\.isBehindGate).flatMap { server in
            origins(of: server, servers, listing).filter { !known.contains($0) }.map { (server: server, origin: $0) }
        }
        // One line for all of them, since it takes the place of the one that there is.
        let line = listing.line(with: unlisted.map(\.origin).filter(\.mayBeListed))
        return unlisted.map { finding($0.server, $0.origin, line) }
            + listing.sites.compactMap { unserved($0, servers, listing) }
    }

    private static func finding(_ server: Server, _ origin: Origin, _ line: String) -> Finding {
        Finding(
            place: server.scope.own("server_name").first?.place(in: server.file) ?? server.directive.place,
            problem: "nobody is let in at \(origin), which "
                + (origin.mayBeListed ? "VESTIBULE_SITES does not list" : "is not encrypted"),
            remedy: origin.mayBeListed ? line : "return 301 https://$host$request_uri; in a server of its own")
    }

    /// What browsers call a server. One that has patterns for names, or none, may be any of those that are listed.
    private static func origins(of server: Server, _ servers: [Server], _ listing: Listing) -> [Origin] {
        let listens = Listen.all(of: server.directive)
        let names = Server.literalNames(of: server.directive)
        guard names.isEmpty else { return listens.flatMap { names.map($0.origin) } }
        let isListed = listing.sites.contains { site in
            candidates(for: site, servers).contains { $0.directive == server.directive }
        }
        return isListed ? [] : listens.prefix(1).map { $0.origin(of: $0.host) }
    }

    private static func unserved(_ site: Origin, _ servers: [Server], _ listing: Listing) -> Finding? {
        let candidates = candidates(for: site, servers)
        guard let server = candidates.first else {
            return Finding(
                place: listing.place, problem: "no server is there for \(site)", remedy: listing.line(without: site))
        }
        guard candidates.allSatisfy({ !$0.isBehindGate && !$0.isVestibule && !$0.leadsElsewhere }) else { return nil }
        return Finding(
            place: server.directive.place,
            problem: "this server answers everybody at \(site), which VESTIBULE_SITES lists as behind the gate",
            remedy: "include gate.conf; include protect.conf;")
    }

    /// Those that nginx may choose: by the name, else by a pattern, else the one that is there for all others, if it is behind
    /// the gate.
    private static func candidates(for site: Origin, _ servers: [Server]) -> [Server] {
        let listening = servers.filter { listens($0, at: site) { _ in true } }
        if let named = listening.first(where: { names($0).contains(site.host) }) { return [named] }
        let matching = listening.filter { server in names(server).contains { mayMatch($0, site.host) } }
        guard matching.isEmpty else { return matching }
        let standard = listening.first { listens($0, at: site, where: \.isDefault) }
        return [standard ?? listening.first { names($0).isEmpty }].compactMap { $0 }.filter(\.isBehindGate)
    }

    private static func listens(_ server: Server, at site: Origin, where isMeant: (Listen) -> Bool) -> Bool {
        Listen.all(of: server.directive).contains {
            $0.port.utf8.elementsEqual(site.port.utf8) && $0.isSecure == site.isSecure && isMeant($0)
        }
    }

    private static func names(_ server: Server) -> [Word] { Server.names(of: server.directive).map(\.lowercased) }

    /// `*.example.org`, `.example.org`, `www.example.*`, or a regular expression, which is not run.
    private static func mayMatch(_ pattern: Word, _ host: Word) -> Bool {
        if pattern.begins(with: "~") || pattern.contains("$") { return true }
        if pattern.begins(with: "*.") { return host.ends(with: Word(pattern.bytes.dropFirst())) }
        if pattern.begins(with: ".") { return host == Word(pattern.bytes.dropFirst()) || host.ends(with: pattern) }
        return pattern.ends(with: ".*") && host.begins(with: Word(pattern.bytes.dropLast()))
    }
}
