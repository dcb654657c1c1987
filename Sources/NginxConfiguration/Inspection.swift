/// What there is to say of a whole configuration: the ways past the gate, and which servers are behind it.
public struct Inspection {
    /// By file and line.
    public let findings: [Finding]
    public let servers: [Summary]
    /// The folder from which nginx has the gate's lanes; `nil` where it does not know them.
    public let gate: String?

    /// A server, and whether anybody meant to put it behind the gate.
    public struct Summary: Hashable, Sendable {
        public let place: Place
        public let title: String
        public let standing: Standing
    }

    public enum Standing: String, Sendable {
        case behindTheGate = "behind the gate"
        case open = "not behind the gate"
        case vestibule = "Vestibule itself"
    }

    /// Judges every server that is meant to be behind the gate. `opened` are addresses that are meant to be open, as
    /// their `location` has them. What is listed is compared where the sign-in itself is: of another nginx it says nothing.
    public init(of directives: [Directive], opened: Set<Word> = [], listing: Listing? = nil) {
        let blocks = directives.filter { $0.name == "http" }
        let levels = blocks.isEmpty ? [directives] : blocks.map { $0.block ?? [] }
        let names = levels.joined().filter { $0.name == "server" }.map(Server.names)
            .reduce(into: Set<Word>()) { $0.formUnion($1) }
        let servers = levels.flatMap { level in
            level.filter { $0.name == "server" }
                .map { Server($0, in: Scope(levels: [level]), names: names, opened: opened) }
        }
        let judged = servers.filter(\.isBehindGate)
        var findings: [Finding] = []
        for server in judged {
            for rule in Inspection.rules { findings += rule(server) }
        }
        if !judged.isEmpty {
            findings += levels.flatMap(UnknownDirectives.findings(in:)) + UnknownDirectives.findings(beside: directives)
        }
        findings += SecondEntrances.findings(servers) + Streams.findings(directives, past: judged)
        if let listing, servers.contains(where: \.isVestibule) { findings += ListedSites.findings(servers, listing) }
        gate = levels.joined().first { $0.name == "upstream" && $0.first == Gate.upstream }.flatMap { upstream in
            let slash = upstream.place.file.utf8.lastIndex(of: UInt8(ascii: "/"))
            return slash.map { String(upstream.place.file[..<$0]) }
        }
        self.findings = Set(findings).sorted { ($0.place, $0.problem) < ($1.place, $1.problem) }
        self.servers = servers.map { Summary(place: $0.directive.place, title: $0.title, standing: $0.standing) }
    }

    /// What is asked of each server behind the gate.
    private static let rules: [@Sendable (Server) -> [Finding]] = [
        CheckAddress.findings, CheckLocation.findings, OpenLocations.findings, EarlyAnswers.findings,
        EitherSuffices.findings, ErrorPages.findings, Claims.findings, Identities.findings, Folders.findings,
        Detours.findings, Subrequests.findings, SharedCaches.findings, BelievedAddresses.findings, Demands.findings,
        Renewals.findings, UnknownDirectives.findings,
    ]
}

extension Server {
    fileprivate var standing: Inspection.Standing {
        isVestibule ? .vestibule : isBehindGate ? .behindTheGate : .open
    }
}
