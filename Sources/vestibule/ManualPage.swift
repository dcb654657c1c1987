/// A page in the language of man(7).
struct ManualPage {
    private(set) var text: String

    /// Words are not broken and lines not stretched, so that what is to be typed stays in one piece.
    init(name: String, version: String, date: some StringProtocol) {
        text = ".TH \(name.uppercased()) 1 \(date) \"Vestibule \(version)\" \"Vestibule\"\n.nh\n.ad l\n"
    }

    mutating func section(_ title: String) { add(".SH \(title)") }

    mutating func subsection(_ title: String) { add(".SS \(ManualPage.escaped(title))") }

    /// How a command is typed: its words, then what may follow.
    mutating func synopsis(_ words: String, _ rest: String) {
        add(".PP")
        add("\\fB\(ManualPage.escaped(words))\\fR \(ManualPage.escaped(rest))")
    }

    mutating func paragraph(_ words: some StringProtocol) {
        add(".PP")
        add(ManualPage.escaped(words))
    }

    /// Paragraphs with an empty line between them; an indented line keeps its place.
    mutating func paragraphs(_ words: String?) {
        for paragraph in (words ?? "").split(separator: "\n\n") { self.paragraph(paragraph) }
    }

    mutating func item(_ term: String, _ meaning: String) {
        add(".TP")
        add("\\fB\(ManualPage.escaped(term))\\fR")
        add(ManualPage.escaped(meaning))
    }

    private mutating func add(_ line: String) { text += line + "\n" }

    /// Nothing in `words` is taken for a request, and every hyphen and quotation mark can be copied into a shell.
    private static func escaped(_ words: some StringProtocol) -> String {
        var escaped = ""
        for character in words {
            switch character {
            case "\\": escaped += "\\e"
            case "-": escaped += "\\-"
            case "'": escaped += "\\(aq"
            case "`": escaped += "\\(ga"
            case "." where escaped.isEmpty || escaped.last == "\n": escaped += "\\&."
            default: escaped.append(character)
            }
        }
        return escaped
    }
}
