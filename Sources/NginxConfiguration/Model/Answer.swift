/// What `return`, or a `rewrite` that redirects, says before anybody is checked.
enum Answer {
    /// A refusal, an empty answer, or the way to an address of this machine's, where the check is asked again.
    case nothing
    case text
    case redirect(to: Word)

    /// `nil` for what goes on with the request. `names` are those of the servers here.
    init?(_ directive: Directive, names: Set<Word>) {
        let words = directive.arguments
        if directive.name == "return" {
            self = Answer.returning(words, names: names)
        } else if directive.name == "rewrite", words.count >= 2, Answer.redirects(words) {
            self = Answer.leading(to: words[1], names: names)
        } else {
            return nil
        }
    }

    private static func redirects(_ words: [Word]) -> Bool {
        let target = words[1]
        return ["redirect", "permanent"].contains(words.last)
            || ["http://", "https://", "$scheme"].contains { target.begins(with: $0) }
    }

    private static func returning(_ words: [Word], names: Set<Word>) -> Answer {
        guard let first = words.first else { return .text }
        guard let code = Int(first.description) else { return leading(to: first, names: names) }
        if [301, 302, 303, 307, 308].contains(code) { return leading(to: words.last ?? "", names: names) }
        return code >= 400 || code == 204 ? .nothing : .text
    }

    private static func leading(to target: Word, names: Set<Word>) -> Answer {
        for scheme in ["http://", "https://", "$scheme://", "//"] as [Word] where target.begins(with: scheme) {
            let rest = target.bytes.dropFirst(scheme.bytes.count)
            let end = rest.dropFirst().firstIndex { Array("/:?$".utf8).contains($0) } ?? rest.endIndex
            let host = Word(rest[..<end])
            return ["$host", "$http_host", "$server_name"].contains(host) || names.contains(host)
                ? .nothing : .redirect(to: target)
        }
        return target.begins(with: "/") || ["$uri", "$request_uri"].contains { target.begins(with: $0) }
            ? .nothing : .redirect(to: target)
    }
}
