import ArgumentParser
import Site

/// The second door for sites on ordinary Linux hosting.
@main
struct Vestibule: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "The second door for sites on ordinary Linux hosting.",
        discussion: """
            Runs and administers one instance: the one whose configuration VESTIBULE_CONFIGURATION names. It ends with 0 \
            when it did what it says, with 1 and one line on standard error when it refused or failed, and with 64 when \
            the command line was wrong.
            """,
        version: Release.version,
        subcommands: [
            AccountCommand.self, SettingsCommand.self, AuditCommand.self, KeysCommand.self, ProtectCommand.self,
            Serve.self, WorkerCommand.self, Housekeeper.self, Migrate.self, Install.self, Calibrate.self, Manual.self,
        ])

    /// A worker that the supervisor starts does without the parser of commands, which would stay in its memory.
    static func main() {
        guard let worker = WorkerCommand(startedWith: CommandLine.arguments) else { return main(nil) }
        do {
            try worker.run()
        } catch {
            exit(withError: error)
        }
    }
}
