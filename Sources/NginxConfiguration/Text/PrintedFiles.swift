/// What `nginx -T` prints: every file once, after a line `# configuration file PATH:`, the main one first.
struct PrintedFiles {
    let main: String
    private(set) var files: [Word: [UInt8]] = [:]

    /// Lines of nginx's own may stand before the first file, as when standard error was taken along.
    init?(_ dump: [UInt8]) {
        var main: Word?
        var name: Word?
        for line in dump.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            if let path = PrintedFiles.path(line) {
                main = main ?? path
                name = path
                files[path] = []
            } else if let name {
                files[name]? += line + [UInt8(ascii: "\n")]
            } else if !line.isEmpty, !line.starts(with: "nginx: ".utf8) {
                return nil
            }
        }
        guard let main else { return nil }
        self.main = main.description
    }

    private static func path(_ line: ArraySlice<UInt8>) -> Word? {
        let mark = Array("# configuration file ".utf8)
        guard line.starts(with: mark), line.last == UInt8(ascii: ":") else { return nil }
        return Word(line.dropFirst(mark.count).dropLast())
    }
}
