public import ArgumentParser
public import WebClient

extension ProtectCommand {
    struct Probe: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Ask for addresses without a cookie, and say which are open.",
            discussion: """
                Each is asked for as a browser does and as a script does, and nothing is followed. A door is shut if the \
                answer is the way to the sign-in of VESTIBULE_URL, 401, 403, or an error of the server's; anything else, \
                even 404, comes from behind the gate. Ends with 0 if every door is shut, and with 1 if one is open or \
                could not be tried.

                  vestibule protect probe https://wiki.example.org/ https://wiki.example.org/index.php/admin
                """)
        @Argument(help: "An address: https://HOST/PATH, or http://HOST/PATH.") var url: [WebAddress]

        func run() throws {
            let signIn = try Configuration.read().required(.url) + "/login"
            let trials = url.map { address in
                let trial = ProbeTrial(of: address, signIn: signIn)
                print("\(address): \(trial)")
                return trial
            }
            if trials.contains(where: { $0 != .shut }) { throw ExitCode.failure }
        }
    }
}

extension WebAddress: ExpressibleByArgument {
    public init?(argument: String) {
        self.init(argument)
    }
}
