import ArgumentParser
import FastCGI
import HTTP

/// Prints the manual page. It is made of what `--help` says, so that the two cannot differ.
struct Manual: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Print the manual page of this version.",
        discussion: "It is for man: `vestibule manual | man -l -` shows it.")

    func run() throws {
        let tool = try CommandDescription.whole()
        var page = ManualPage(
            name: tool.commandName, version: Vestibule.configuration.version,
            date: Moment(Instant.now()).machine.prefix { $0 != "T" })
        page.section("NAME")
        page.paragraph("\(tool.commandName) - \(tool.abstract.dropLast())")
        page.section("SYNOPSIS")
        page.synopsis(tool.commandName, "[--version] [--help] command [argument ...]")
        page.section("DESCRIPTION")
        page.paragraphs(tool.discussion)
        page.section("COMMANDS")
        page.paragraph("Every command explains itself with --help.")
        for command in tool.descendants { describe(command, on: &page) }
        page.section("EXIT STATUS")
        page.item("0", "It did what it says.")
        page.item("1", "It refused or failed; one line on standard error says why and what to do.")
        page.item("64", "The command line was wrong; standard error says how.")
        page.section("ENVIRONMENT")
        for variable in Manual.variables { page.item(variable.name, variable.meaning) }
        page.section("CONFIGURATION")
        page.paragraph("Lines of KEY=value, as in systemd's EnvironmentFile; the environment wins over them.")
        for key in Configuration.Key.allCases { page.item(key.rawValue, key.meaning) }
        page.section("FILES")
        page.paragraph("In the state folder of an instance that deploy/run made:")
        for file in Manual.files { page.item(file.name, file.meaning) }
        print(page.text, terminator: "")
    }

    private func describe(_ command: CommandDescription, on page: inout ManualPage) {
        page.subsection(command.words)
        if !command.ownArguments.isEmpty {
            page.synopsis(command.words, command.ownArguments.map(\.synopsis).joined(separator: " "))
        }
        page.paragraph(command.abstract)
        page.paragraphs(command.discussion)
        for argument in command.ownArguments { page.item(argument.spelling, argument.explanation) }
    }

    private static let variables: [(name: String, meaning: String)] = [
        ("VESTIBULE_CONFIGURATION", "The file with the configuration."),
        ("VESTIBULE_ADMIN_EMAIL", "For install: the address of the first Super administrator."),
        ("VESTIBULE_ADMIN_PASSWORD", "For install: the password of the first Super administrator."),
    ]

    private static let files: [(name: String, meaning: String)] = [
        ("vestibule", "Runs this tool against the instance."),
        ("vestibule.conf", "The configuration."),
        ("vestibule.pid", "The supervisor's process number."),
        ("secrets/keys", "The key ring. Without it the secrets in the database are lost."),
        ("log/vestibule.log", "One line a request and an event, key=value."),
        ("share/", "This page, completions for bash, zsh and fish, and the list of common passwords."),
    ]
}

extension CommandDescription.Argument {
    /// How it is typed: `email`, `--role role`, `--json`.
    fileprivate var spelling: String {
        let name = preferredName.map { "--\($0.name)" }
        return (kind == .flag ? [name] : [name, valueName]).compactMap { $0 }.joined(separator: " ")
    }

    fileprivate var synopsis: String { isOptional ? "[\(spelling)]" : spelling }

    fileprivate var explanation: String {
        [
            abstract, allValues.map { "One of \($0.joined(separator: ", "))." },
            defaultValue.map { "If not given: \($0)." },
        ].compactMap { $0 }.joined(separator: " ")
    }
}
