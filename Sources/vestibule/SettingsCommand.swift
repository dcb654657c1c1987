public import ArgumentParser
public import Authentication
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

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print every setting, one a line.",
            discussion: "Each as `settings set` takes it: its name, a space and its value.")
        @Flag(help: "Print JSON, for programs.") var json = false

        func run() throws {
            let policy = try Instance.read(part: "settings").store().policy()
            let settings = SecurityPolicy.Setting.allCases
            if json {
                return try printJSON(Dictionary(uniqueKeysWithValues: settings.map { ($0.rawValue, policy[$0]) }))
            }
            for setting in settings { print("\(setting.rawValue) \(policy[setting])") }
        }
    }

    struct Set: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Change a setting, for everybody's next request.",
            discussion: "While two-factor is required of somebody who has none, every page sends them to set it up.")
        @Argument(help: "The setting.") var setting: SecurityPolicy.Setting
        @Argument(
            help: """
                on or off to require two-factor; 5 to 43200 for the minutes of inactivity that end a session; 30 to 36500 \
                for the days that the audit log is kept.
                """,
            completion: .custom { words, index, _ in Set.switches(of: words.prefix(index).last) })
        var value: String

        func validate() throws { _ = try change() }

        func run() throws {
            let change = try change()
            let store = try Instance.read(part: "settings").store()
            _ = try store.changePolicy(by: .commandLine, on: .commandLine(at: Instant.now()), change)
        }

        private func change() throws -> (inout SecurityPolicy) -> Void {
            guard let change = setting.change(to: value) else {
                throw ValidationError("\(setting.rawValue) is \(setting.values)")
            }
            return change
        }

        /// Offers on and off to whoever has typed a setting that can be that.
        private static func switches(of setting: String?) -> [String] {
            guard let setting = setting.flatMap(SecurityPolicy.Setting.init) else { return [] }
            return ["on", "off"].filter { setting.change(to: $0) != nil }
        }
    }
}

extension SecurityPolicy.Setting: ExpressibleByArgument {}
