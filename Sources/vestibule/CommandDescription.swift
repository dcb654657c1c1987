import ArgumentParser
import FoundationEssentials

/// A command with its arguments and subcommands, as ArgumentParser describes them to programs.
struct CommandDescription: Decodable {
    let commandName: String
    let superCommands: [String]?
    let abstract: String
    let discussion: String?
    private let arguments: [Argument]?
    private let subcommands: [CommandDescription]?

    /// What the parser itself adds to every command is left out.
    private static let everywhere = ["help", "version"]

    static func whole() throws -> CommandDescription {
        struct Tool: Decodable { let command: CommandDescription }
        return try JSONDecoder().decode(Tool.self, from: Data(Vestibule._dumpHelp().utf8)).command
    }

    /// Its words on the command line.
    var words: String { ((superCommands ?? []) + [commandName]).joined(separator: " ") }

    /// Its own arguments, in their order.
    var ownArguments: [Argument] {
        (arguments ?? []).filter { !CommandDescription.everywhere.contains($0.valueName) }
    }

    /// The commands below it, each followed by those below that one.
    var descendants: [CommandDescription] {
        (subcommands ?? []).filter { !CommandDescription.everywhere.contains($0.commandName) }
            .flatMap { [$0] + $0.descendants }
    }

    struct Argument: Decodable {
        let kind: Kind
        let isOptional: Bool
        let valueName: String
        let preferredName: Name?
        let abstract: String?
        let allValues: [String]?
        let defaultValue: String?

        enum Kind: String, Decodable {
            case positional
            case option
            case flag
        }

        struct Name: Decodable {
            let name: String
        }
    }
}
