import ArgumentParser
import FastCGI
import NginxConfiguration

extension ProtectCommand {
    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Read nginx's configuration, and name each way past the gate.",
            discussion: """
                Each is a line with the file, the line in it, what is wrong, and the line to write. Every server follows, and \
                whether it is behind the gate; one that is not is not judged, unless it serves what another has behind \
                it. Ends with 0 if there is no way past the gate, and with 1 if there is one, or something that is not \
                understood.

                Where the sign-in's own server is in the configuration, the sites are compared with VESTIBULE_SITES: one \
                behind the gate that is not listed lets nobody in, and one that is listed should be behind the gate.

                FILE is what `nginx -T` printed, or a configuration, whose includes are read too. Without it, nginx is \
                asked, which needs the rights to read its files.

                  vestibule protect check --open /robots.txt --open /status
                  nginx -T | vestibule protect check -
                """)
        @Argument(help: "The file; - for standard input.") var file: String?
        @Option(help: "A location, by its address as it is written, that is meant to be open to everybody.")
        var open: [String] = []
        @Flag(help: "Print JSON, for programs.") var json = false

        func run() throws {
            let listing = Result(catching: Listing.configured)
            let inspection = Inspection(
                of: try files().directives(), opened: Set(open.map { Word($0.utf8) }), listing: try? listing.get())
            var missing: String?
            if case .failure(let reason) = listing, inspection.servers.contains(where: { $0.standing == .vestibule }) {
                missing = "VESTIBULE_SITES is not compared: \(reason)"
            }
            if json {
                try printJSON(InspectionSummary(inspection, missing: missing))
            } else {
                for finding in inspection.findings { print(finding) }
                for server in inspection.servers {
                    print("\(server.place): \(server.title): \(server.standing.rawValue)")
                }
                if let missing { print(missing) }
            }
            if !inspection.findings.isEmpty { throw ExitCode.failure }
        }

        private func files() throws -> ConfigurationFiles {
            guard let file else { return try Nginx().configuration() }
            guard let bytes = TextFile.bytes(of: file == "-" ? "/dev/stdin" : file) else {
                throw Refusal("cannot read \(file): check its name, and who may read it")
            }
            if let printed = ConfigurationFiles(dump: bytes) { return printed }
            guard file != "-" else {
                throw Refusal(
                    "standard input is not what `nginx -T` prints: run `nginx -T | vestibule protect check -`")
            }
            return ConfigurationFiles(main: file, text: TextFile.bytes, names: FileNames.matching)
        }
    }
}

/// What was found, as the command line prints it for programs.
struct InspectionSummary: Encodable {
    let findings: [Found]
    let servers: [Server]
    /// What could not be looked at.
    let missing: String?

    struct Found: Encodable {
        let file: String
        let line: Int
        let problem: String
        let write: String
    }

    struct Server: Encodable {
        let file: String
        let line: Int
        let title: String
        let standing: String
    }

    init(_ inspection: Inspection, missing: String?) {
        self.missing = missing
        findings = inspection.findings.map {
            Found(file: $0.place.file, line: $0.place.line, problem: $0.problem, write: $0.remedy)
        }
        servers = inspection.servers.map {
            Server(file: $0.place.file, line: $0.place.line, title: $0.title, standing: $0.standing.rawValue)
        }
    }
}
