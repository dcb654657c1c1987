/// A `stream` hands on connections without reading what is asked for in them, so that nothing can be checked there.
enum Streams {
    static func findings(_ directives: [Directive], past behind: [Server]) -> [Finding] {
        guard !behind.isEmpty else { return [] }
        let services = behind.map(Sources.init).reduce(into: Set<Word>()) { $0.formUnion($1.services) }
        return directives.filter { $0.name == "stream" }.map { $0.block ?? [] }.flatMap { stream in
            stream.filter { $0.name == "server" }.flatMap { $0.block ?? [] }.filter { $0.name == "proxy_pass" }
                .compactMap { finding($0, in: stream, services) }
        }
    }

    private static func finding(_ pass: Directive, in stream: [Directive], _ services: Set<Word>) -> Finding? {
        let targets = targets(of: pass.first, in: stream)
        if let service = targets.flatMap({ Service.members(of: $0, among: stream) }).first(where: services.contains) {
            return Finding(
                place: pass.place,
                problem: "`\(pass.line)` gives everybody \(service), which a server has behind the gate",
                remedy: "a server in the http block in its place, with include gate.conf; and include protect.conf;")
        }
        guard targets.contains(where: { $0 != $0.literal }) else { return nil }
        return Finding(
            place: pass.place,
            problem: "where `\(pass.line)` leads is not understood; look yourself whether it gets past the gate",
            remedy: "nothing else, if it does not")
    }

    /// What a `map` of the stream's may put in the place of a variable; else the word itself.
    private static func targets(of word: Word, in stream: [Directive]) -> [Word] {
        let rows = stream.filter { $0.name == "map" && $0.second == word }.flatMap { $0.block ?? [] }
        let values = rows.filter { !["hostnames", "volatile"].contains($0.name) && !$0.first.bytes.isEmpty }.map(
            \.first)
        return values.isEmpty ? [word] : values
    }
}
