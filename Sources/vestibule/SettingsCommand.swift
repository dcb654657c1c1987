import ArgumentParser
import Authentication
import FastCGI
import FoundationEssentials
import HTTP
import Site

/// The policy, for scripts and for administrators who are locked out of the page.
struct SettingsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "settings", abstract: "Show and change the policy.",
        discussion: """
            The same settings as in the console, also for administrators whom they lock out of it. A change is in the \
            audit log and binds from everybody's next request on.

              vestibule settings set require-mfa-for-everyone off
            """,
        subcommands: [Show.self, Set.self])

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
        static let configuration = CommandConfiguration(
            abstract: "Print every setting, one a line.",
            discussion: "Each as `settings set` takes it: its name, a space and its value.")
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
        static let configuration = CommandConfiguration(
            abstract: "Change a setting, for everybody's next request.",
            discussion: "While two-factor is required of somebody who has none, every page sends them to set it up.")
        @Argument(help: "The setting.") var key: Key
        @Argument(
            help: "on or off to require two-factor; 5 to 43200 for the minutes of inactivity that end a session.",
            completion: .custom { words, index, _ in Set.switches(of: words.prefix(index).last) })
        var value: String

        func validate() throws { _ = try change() }

        func run() throws {
            let change = try change()
            let store = try Instance.read(part: "settings").store()
            _ = try store.changePolicy(by: .commandLine, on: .commandLine(at: Instant.now()), change)
        }

        private func change() throws -> (inout SecurityPolicy) -> Void {
            guard let change = key.change(to: value) else {
                throw ValidationError(
                    "\(key.rawValue) is \(key == .lifetime ? "a number of minutes, 5 to 43200" : "on or off")")
            }
            return change
        }

        /// Offers on and off to whoever has typed a setting that can be that.
        private static func switches(of setting: String?) -> [String] {
            guard let key = setting.flatMap(Key.init) else { return [] }
            return ["on", "off"].filter { key.change(to: $0) != nil }
        }
    }
}
