import ArgumentParser

/// The second door for sites on ordinary Linux hosting.
@main
struct Vestibule: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "The second door for sites on ordinary Linux hosting.",
        discussion: "Reads the file that VESTIBULE_CONFIGURATION names; variables of the environment win over it.",
        version: "0.1.0",
        subcommands: [
            AccountCommand.self, SettingsCommand.self, Serve.self, WorkerCommand.self, Housekeeper.self, Migrate.self,
            Install.self,
            Calibrate.self,
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
