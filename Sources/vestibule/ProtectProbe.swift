public import ArgumentParser
public import WebClient

import FastCGI
import HTTP
import Site

extension ProtectCommand {
    struct Probe: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Ask for addresses without a cookie, and say which are open.",
            discussion: """
                Each is asked for as a browser does and as a script does, and nothing is followed. A door is shut if the \
                answer is the way to the sign-in of VESTIBULE_URL, 401, 403, or an error of the server's; anything else, \
                even 404, comes from behind the gate. Ends with 0 if every door is shut, and with 1 if one is open or \
                could not be tried.

                Without an address, the sites of VESTIBULE_SITES are asked: for their addresses in VESTIBULE_PROBES, or \
                for their first page where it has none. So does the pool every hour, with --record.

                  vestibule protect probe --record
                  vestibule protect probe https://wiki.example.org/ https://wiki.example.org/index.php/admin
                """)
        @Argument(help: "An address: https://HOST/PATH, or http://HOST/PATH.") var url: [WebAddress] = []
        @Flag(help: "Keep what is found, for the console's first page, and log what is not shut.") var record = false

        @Flag(help: .hidden) var fromHousekeeper = false

        func run() throws {
            if fromHousekeeper { Errand.endWithSender() }
            let instance = try Instance.read(part: "probe")
            let signIn = try instance.configuration.required(.url) + "/login"
            let addresses = try url.isEmpty ? instance.configuration.probedAddresses() : url
            guard !addresses.isEmpty else {
                print("nothing is asked for: VESTIBULE_SITES lists no site")
                return
            }
            let trials = addresses.map { address in
                let trial = ProbeTrial(of: address, signIn: signIn)
                print("\(address): \(trial)")
                return (address: address, trial: trial)
            }
            if record {
                for (address, trial) in trials where trial != .shut { instance.log.report(trial, at: address) }
                let doors = trials.map { $0.trial.door(at: $0.address) }
                try instance.store().keep(ProbeRecord(at: Instant.now(), doors: doors))
            }
            if trials.contains(where: { $0.trial != .shut }) { throw ExitCode.failure }
        }
    }
}

extension WebAddress: ExpressibleByArgument {
    public init?(argument: String) {
        self.init(argument)
    }
}
