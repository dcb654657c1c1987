/// Takes a file of nginx's configuration apart into words and punctuation, as nginx does.
/// The corresponding C function is `ngx_conf_read_token`.
struct Lexer {
    enum Token: Equatable {
        case word(Word)
        case semicolon
        case opening
        case closing
        case end
    }

    private let text: [UInt8]
    private let file: String
    /// Where the token that came last begins, and where the next one is looked for.
    private(set) var start = 0
    private(set) var position = 0
    /// The line of the token that came last.
    private(set) var line = 1

    init(_ text: [UInt8], file: String) {
        self.text = text
        self.file = file
    }

    var place: Place { Place(file: file, line: line) }

    mutating func next() throws(ReadingFault) -> Token {
        skipSpaceAndComments()
        start = position
        guard let byte = current else { return .end }
        switch byte {
        case UInt8(ascii: ";"): return punctuation(.semicolon)
        case UInt8(ascii: "{"): return punctuation(.opening)
        case UInt8(ascii: "}"): return punctuation(.closing)
        case UInt8(ascii: "\""), UInt8(ascii: "'"): return .word(try quotedWord(byte))
        default: return .word(plainWord())
        }
    }

    /// Passes over a block that is in another language, whose braces pair outside quotes and comments: Lua.
    mutating func skipProgram(opened opening: Place) throws(ReadingFault) {
        var depth = 1
        while depth > 0 {
            guard let byte = current else { throw ReadingFault(place: opening, problem: "a block that nothing closes") }
            switch byte {
            case UInt8(ascii: "{"): depth += 1
            case UInt8(ascii: "}"): depth -= 1
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                _ = try quotedText(byte)
                continue
            case UInt8(ascii: "-") where text[position...].starts(with: "--".utf8):
                while let byte = current, byte != UInt8(ascii: "\n") { position += 1 }
                continue
            default: break
            }
            advance()
        }
    }

    private var current: UInt8? { position < text.count ? text[position] : nil }

    private mutating func punctuation(_ token: Token) -> Token {
        position += 1
        return token
    }

    /// A comment begins where a word could.
    private mutating func skipSpaceAndComments() {
        while let byte = current, Lexer.isSpace(byte) || byte == UInt8(ascii: "#") {
            if byte == UInt8(ascii: "#") {
                while let byte = current, byte != UInt8(ascii: "\n") { position += 1 }
            } else {
                advance()
            }
        }
    }

    private mutating func quotedWord(_ quote: UInt8) throws(ReadingFault) -> Word {
        let word = Lexer.unescaped(try quotedText(quote))
        guard let next = current, Lexer.isSpace(next) || Array(";{)".utf8).contains(next) else {
            throw ReadingFault(place: place, problem: "a space or `;` has to follow a closing quote")
        }
        return word
    }

    /// What stands between two quotes, as it is written.
    private mutating func quotedText(_ quote: UInt8) throws(ReadingFault) -> ArraySlice<UInt8> {
        let opening = place
        position += 1
        let start = position
        while let byte = current, byte != quote {
            if byte == UInt8(ascii: "\\") { advance() }
            advance()
        }
        guard current == quote else { throw ReadingFault(place: opening, problem: "a quote that nothing closes") }
        let end = position
        position += 1
        return text[start..<end]
    }

    /// A brace after `$` belongs to the name of a variable; any other opens a block. A closing one ends no word.
    private mutating func plainWord() -> Word {
        let start = position
        while let byte = current, !Lexer.isSpace(byte), byte != UInt8(ascii: ";") {
            if byte == UInt8(ascii: "{"), position == start || text[position - 1] != UInt8(ascii: "$") { break }
            if byte == UInt8(ascii: "\\") { advance() }
            advance()
        }
        return Lexer.unescaped(text[start..<min(position, text.count)])
    }

    private mutating func advance() {
        if current == UInt8(ascii: "\n") { line += 1 }
        position += 1
    }

    private static func isSpace(_ byte: UInt8) -> Bool { Array(" \t\r\n".utf8).contains(byte) }

    /// A backslash before a quote or another is left out, and before t, r and n it makes the control character.
    private static func unescaped(_ bytes: ArraySlice<UInt8>) -> Word {
        var plain: [UInt8] = []
        var rest = bytes
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "\\"), let next = rest.first, let meant = escapes[next] else {
                plain.append(byte)
                continue
            }
            plain.append(meant)
            rest.removeFirst()
        }
        return Word(plain)
    }

    private static let escapes: [UInt8: UInt8] = [
        UInt8(ascii: "\""): UInt8(ascii: "\""), UInt8(ascii: "'"): UInt8(ascii: "'"),
        UInt8(ascii: "\\"): UInt8(ascii: "\\"), UInt8(ascii: "t"): UInt8(ascii: "\t"),
        UInt8(ascii: "r"): UInt8(ascii: "\r"), UInt8(ascii: "n"): UInt8(ascii: "\n"),
    ]
}
