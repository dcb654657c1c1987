/// Which addresses a location is for.
enum Address: Hashable {
    case exact(Word)
    /// `stopsExpressions` is what `^~` says: no regular expression is tried where this prefix is the longest.
    case prefix(Word, stopsExpressions: Bool)
    case expression(Word, ignoresCase: Bool)
    case named(Word)

    /// The modifier may stand apart, or be written with the address in one word.
    init(_ arguments: [Word]) {
        let joined = Word(arguments.flatMap(\.bytes))
        func rest(_ modifier: Word) -> Word? {
            joined.begins(with: modifier) ? Word(joined.bytes.dropFirst(modifier.bytes.count)) : nil
        }
        if let address = rest("=") {
            self = .exact(address)
        } else if let address = rest("^~") {
            self = .prefix(address, stopsExpressions: true)
        } else if let pattern = rest("~*") {
            self = .expression(pattern, ignoresCase: true)
        } else if let pattern = rest("~") {
            self = .expression(pattern, ignoresCase: false)
        } else if joined.begins(with: "@") {
            self = .named(joined)
        } else {
            self = .prefix(joined, stopsExpressions: false)
        }
    }

    /// As it stands in the configuration.
    var word: Word {
        switch self {
        case .exact(let word), .prefix(let word, _), .expression(let word, _), .named(let word): word
        }
    }

    var isExpression: Bool { if case .expression = self { true } else { false } }

    var isNamed: Bool { if case .named = self { true } else { false } }

    /// Whether an address that begins with `prefix` may be one of these. It is never wrong when it says no.
    func mayTake(beneath prefix: Word) -> Bool {
        switch self {
        case .exact(let address), .prefix(let address, _): address.begins(with: prefix)
        case .expression(let pattern, let ignoresCase):
            Beginnings(of: pattern).mayMeet(prefix, ignoringCase: ignoresCase)
        case .named: false
        }
    }

    /// Whether an address that `pattern` matches may be one of these. It is never wrong when it says no.
    func mayTake(matching pattern: Word) -> Bool {
        let beginnings = Beginnings(of: pattern)
        switch self {
        case .exact(let address):
            return beginnings.mayBegin(address)
        case .prefix(let prefix, _): return beginnings.mayMeet(prefix, ignoringCase: true)
        case .expression(let other, _):
            return Beginnings(of: other).literals.contains { beginnings.mayMeet($0, ignoringCase: true) }
        case .named: return false
        }
    }
}
