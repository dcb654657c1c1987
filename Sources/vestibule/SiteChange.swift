import FastCGI
import Glibc
import NginxConfiguration
import WebClient

/// The change of a site's file, which is made whole or not at all.
struct SiteChange {
    let file: String
    let nginx: Nginx
    let signIn: String
    /// The folder from which nginx includes the gate.
    let gate: String
    private let findings: [Finding]

    /// Refuses a file that nginx does not read, and an nginx that does not know the gate.
    init(file: String, nginx: Nginx, signIn: String) throws {
        self.file = file
        self.nginx = nginx
        self.signIn = signIn
        let directives = try nginx.configuration().directives()
        let inspection = Inspection(of: directives)
        findings = inspection.findings
        guard let gate = inspection.gate else {
            throw Refusal(
                "nginx does not know the gate: include its lanes.conf and sites.conf in the http block, then try again")
        }
        self.gate = gate
        guard inspection.servers.contains(where: { FileNames.resolved($0.place.file) == file }) else {
            throw Refusal("nginx has no server from \(file): link it into the folder of enabled sites, then try again")
        }
    }

    /// Writes the file and tries it; puts everything back where that fails.
    func make(_ protection: Protection, insteadOf before: [UInt8]) throws {
        do {
            try TextFile.overwrite(file, with: protection.text)
            try nginx.run("-t", "-q")
            try look()
            try nginx.run("-s", "reload")
        } catch {
            throw try undone(before, because: error)
        }
        do {
            try ask(protection.entrances)
        } catch {
            let refusal = try undone(before, because: error)
            try nginx.run("-s", "reload")
            throw refusal
        }
    }

    private func undone(_ before: [UInt8], because error: any Error) throws -> Refusal {
        try TextFile.overwrite(file, with: before)
        return Refusal("everything is as before: \(error)")
    }

    /// Whether a way past the gate is in the file, or came with it.
    private func look() throws {
        let left = Inspection(of: try nginx.configuration().directives()).findings.filter {
            FileNames.resolved($0.place.file) == file || !findings.contains($0)
        }
        for finding in left { print(finding) }
        guard left.isEmpty else { throw Refusal("with the gate there would be the ways past it that are named above") }
    }

    /// Whether every door is shut, once the workers that nginx had before are gone.
    private func ask(_ entrances: [Entrance]) throws {
        for entrance in entrances {
            for address in entrance.paths.compactMap({ WebAddress(entrance.origin + $0) }) {
                var trial = ProbeTrial(of: address, at: entrance.host, signIn: signIn)
                for _ in 0..<20 where trial != .shut {
                    usleep(250_000)
                    trial = ProbeTrial(of: address, at: entrance.host, signIn: signIn)
                }
                print("\(address): \(trial)")
                guard trial == .shut else { throw Refusal("\(address) is \(trial)") }
            }
        }
    }
}
