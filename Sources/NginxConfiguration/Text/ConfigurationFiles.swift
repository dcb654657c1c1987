/// The files of a configuration: those that `nginx -T` printed, or those on the disk.
public struct ConfigurationFiles {
    private let main: String
    private let text: (String) -> [UInt8]?
    private let names: (String) -> [String]

    /// Reads `main`, and what it includes by `text`; `names` has the files that match a pattern, in their order.
    public init(main: String, text: @escaping (String) -> [UInt8]?, names: @escaping (String) -> [String]) {
        self.main = main
        self.text = text
        self.names = names
    }

    /// Reads what `nginx -T` printed; `nil` if `dump` is something else.
    public init?(dump: [UInt8]) {
        guard let printed = PrintedFiles(dump) else { return nil }
        let files = printed.files
        self.init(
            main: printed.main, text: { files[Word($0.utf8)] },
            names: { pattern in
                let pattern = Wildcard(Word(pattern.utf8))
                return files.keys.filter(pattern.matches).map(\.description)
                    .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
            })
    }

    /// All directives, each `include` replaced by what it names.
    public func directives() throws(ReadingFault) -> [Directive] {
        let start = Place(file: main, line: 1)
        guard let text = text(main) else { throw ReadingFault(place: start, problem: "the file cannot be read") }
        return try resolved(Parser.directives(of: text, file: main), by: [])
    }

    private func resolved(_ directives: [Directive], by includes: [Place]) throws(ReadingFault) -> [Directive] {
        var all: [Directive] = []
        for var directive in directives {
            directive.includedBy = includes
            if let block = directive.block { directive.block = try resolved(block, by: includes) }
            if directive.name == "include", directive.block == nil {
                all += try included(by: directive, includes)
            } else {
                all.append(directive)
            }
        }
        return all
    }

    private func included(by directive: Directive, _ includes: [Place]) throws(ReadingFault) -> [Directive] {
        guard includes.count < 32 else {
            throw ReadingFault(place: directive.place, problem: "`include` within 32 others: does it include itself?")
        }
        let path = absolute(directive.first)
        let files = Wildcard(path).isPattern ? names(path.description) : [path.description]
        var all: [Directive] = []
        for file in files {
            guard let text = text(file) else {
                throw ReadingFault(
                    place: directive.place, problem: "\(file) cannot be read, or is not in what `nginx -T` printed")
            }
            all += try resolved(Parser.directives(of: text, file: file), by: includes + [directive.place])
        }
        return all
    }

    /// nginx reads a relative name from the folder of its main file.
    private func absolute(_ name: Word) -> Word {
        if name.begins(with: "/") { return name }
        let slash = main.utf8.lastIndex(of: UInt8(ascii: "/")).map { main.utf8.index(after: $0) }
        return Word(Array(main.utf8[..<(slash ?? main.startIndex)]) + name.bytes)
    }
}
