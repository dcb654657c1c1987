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
            let isShut = url.map { Probe.isShut($0, signIn: signIn) }
            if isShut.contains(false) { throw ExitCode.failure }
        }

        /// Tries the door as each asker, and prints what there is to say of it.
        static func isShut(_ address: WebAddress, signIn: String) -> Bool {
            do throws(WebError) {
                for asker in Asker.allCases {
                    let door = Door(try WebAnswer.asking(address, as: asker), signIn: signIn)
                    guard case .open(let answer) = door else { continue }
                    print("\(address): open: a \(asker.rawValue) without a session gets \(answer.words)")
                    return false
                }
                print("\(address): shut")
                return true
            } catch {
                print("\(address): not tried: \(error)")
                return false
            }
        }
    }
}

extension WebAnswer {
    fileprivate var words: String {
        "\(status)" + (location.map { ", and is led to \(String(decoding: $0, as: UTF8.self))" } ?? "")
    }
}

extension WebAddress: ExpressibleByArgument {
    public init?(argument: String) {
        self.init(argument)
    }
}
