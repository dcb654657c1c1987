import ArgumentParser
import Authentication
import FastCGI
import FoundationEssentials
import HTTP
import Site

/// The policy, for scripts and for administrators who are locked out of the page.
struct SettingsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "settings", abstract: "Show and change the policy.", subcommands: [Show.self, Set.self])

    /// The settings by their names on the command line.
    enum Key: String, CaseIterable, ExpressibleByArgument {
        case everyone = "require-mfa-for-everyone"
        case admins = "require-mfa-for-admins"
        case lifetime = "session-lifetime-minutes"

        func value(in policy: SecurityPolicy) -> String {
            switch self {
            case .everyone: policy.requiresEveryone ? "on" : "off"
            case .admins: policy.requiresAdministrators ? "on" : "off"
            case .lifetime: String(policy.sessionLifetime.minutes)
            }
        }

        /// The change that `value` asks for; `nil` if the setting cannot have it.
        func change(to value: String) -> ((inout SecurityPolicy) -> Void)? {
            switch self {
            case .everyone: Key.isOn(value).map { isOn in { $0.requiresEveryone = isOn } }
            case .admins: Key.isOn(value).map { isOn in { $0.requiresAdministrators = isOn } }
            case .lifetime:
                Int(value).flatMap(SecurityPolicy.SessionLifetime.init).map { lifetime in
                    { $0.sessionLifetime = lifetime }
                }
            }
        }

        private static func isOn(_ value: String) -> Bool? { ["on": true, "off": false][value] }
    }

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Print every setting.")
        @Flag(help: "Print JSON, for programs.") var json = false

        func run() throws {
            let policy = try Instance.read(part: "settings").store().policy()
            if json {
                return try printJSON(
                    Dictionary(uniqueKeysWithValues: Key.allCases.map { ($0.rawValue, $0.value(in: policy)) }))
            }
            for key in Key.allCases { print("\(key.rawValue) \(key.value(in: policy))") }
        }
    }

    struct Set: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Change a setting, for everybody's next request.")
        @Argument(help: "require-mfa-for-everyone, require-mfa-for-admins or session-lifetime-minutes.") var key: Key
        @Argument(help: "on or off; or minutes, 5 to 43200.") var value: String

        func run() throws {
            guard let change = key.change(to: value) else {
                throw Refusal(
                    "\(key.rawValue) is \(key == .lifetime ? "a number of minutes, 5 to 43200" : "on or off")")
            }
            let store = try Instance.read(part: "settings").store()
            _ = try store.changePolicy(by: .commandLine, on: .commandLine(at: Instant.now()), change)
        }
    }
}
