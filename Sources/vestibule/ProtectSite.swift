import ArgumentParser
import Authentication
import FastCGI
import Glibc
import NginxConfiguration
import WebClient

extension ProtectCommand {
    struct Site: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Put a site behind the gate, and everything back if a door stays open.",
            discussion: """
                Adds the includes of the gate to each server of the file, and to its locations what PHP or a service is told; \
                has nginx test it, looks for ways past the gate, reloads nginx, and asks the site without a session. If \
                nginx refuses, a way past the gate is left or a door is open, the file is put back byte for byte and \
                nginx reloaded with it.

                nginx has to know the gate: lanes.conf and sites.conf are included at its http level.

                  vestibule protect site wiki --require 'role:admin two-factor'
                """)
        @Argument(help: "The name of a file in /etc/nginx/sites-available, or the path of one.") var name: String
        @Option(help: "What is demanded of who passes, such as two-factor or role:admin.") var require: String?
        @Option(
            name: .customLong("nginx"), help: "The main file of the nginx that has the site, if not its standard one.")
        var main: String?

        func validate() throws {
            guard require.map({ Demand(Array($0.utf8)) != nil }) ?? true else {
                throw ValidationError("--require is made of two-factor, role:ROLE and fresh:SECONDS")
            }
        }

        func run() throws {
            let configuration = try Configuration.read()
            let url = try configuration.required(.url)
            let path = name.utf8.contains(UInt8(ascii: "/")) ? name : "/etc/nginx/sites-available/\(name)"
            guard let file = FileNames.resolved(path), let before = TextFile.bytes(of: file) else {
                throw Refusal("cannot read \(path): check its name, and who may read it")
            }
            let change = try SiteChange(file: file, nginx: Nginx(file: main), signIn: url + "/login")
            let protection = try Protection(of: before, file: file, gate: change.gate, demanding: require)
            guard !protection.entrances.isEmpty else {
                throw Refusal(
                    "\(file) has no server to put behind the gate: each includes it already, or leads elsewhere")
            }
            // Whoever interrupts may not leave half of it behind.
            for interruption in [SIGINT, SIGTERM, SIGHUP] { signal(interruption, SIG_IGN) }
            try change.make(protection, insteadOf: before)
            print("\(file) is behind the gate")
            for origin in Set(protection.entrances.map(\.origin)).subtracting(configuration.sites).sorted() {
                print("add \(origin) to VESTIBULE_SITES and start the pool again: until then nobody is let in there")
            }
        }
    }
}
