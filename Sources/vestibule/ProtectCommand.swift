import ArgumentParser

/// Whether the sites on this nginx are behind the gate, and no way leads past it.
struct ProtectCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "protect", abstract: "Look for ways past the gate.",
        discussion: """
            What is behind the gate is decided by nginx's configuration, where one line undoes another, and nginx itself is \
            content with both. These commands look at it, and ask the sites themselves.
            """,
        subcommands: [Check.self, Probe.self, Site.self])
}
