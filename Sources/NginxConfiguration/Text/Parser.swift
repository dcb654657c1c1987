/// Reads the directives of one file, each with its place. What an `include` names is not read here.
struct Parser {
    private var lexer: Lexer

    /// The directives of the whole file.
    static func directives(of text: [UInt8], file: String) throws(ReadingFault) -> [Directive] {
        var parser = Parser(lexer: Lexer(text, file: file))
        return try parser.block(opened: nil)
    }

    /// Reads on to the brace that closes the block opened at `opening`, or to the end of the file.
    private mutating func block(opened opening: Place?) throws(ReadingFault) -> [Directive] {
        var directives: [Directive] = []
        while true {
            switch try lexer.next() {
            case .word(let name): directives.append(try directive(name, at: lexer.place, lexer.start))
            case .closing where opening != nil: return directives
            case .end where opening == nil: return directives
            case .end: throw ReadingFault(place: opening ?? lexer.place, problem: "a block that nothing closes")
            case .closing: throw ReadingFault(place: lexer.place, problem: "a `}` that closes nothing")
            case .opening, .semicolon:
                throw ReadingFault(place: lexer.place, problem: "a name is missing before `{` or `;`")
            }
        }
    }

    private mutating func directive(_ name: Word, at place: Place, _ start: Int) throws(ReadingFault) -> Directive {
        var arguments: [Word] = []
        while true {
            switch try lexer.next() {
            case .word(let argument): arguments.append(argument)
            case .semicolon:
                return Directive(
                    name: name, arguments: arguments, block: nil, place: place, span: start..<lexer.position)
            case .opening where name.ends(with: "_by_lua_block"):
                try lexer.skipProgram(opened: place)
                return Directive(
                    name: name, arguments: arguments, block: nil, place: place, span: start..<lexer.position)
            case .opening:
                let span = start..<lexer.position
                return Directive(
                    name: name, arguments: arguments, block: try block(opened: place), place: place, span: span)
            case .closing, .end: throw ReadingFault(place: place, problem: "`\(name)` is not ended by `;`")
            }
        }
    }
}
