/// Changes to a text that leave every other byte as it is.
struct Edit {
    private let text: [UInt8]
    private var changes: [(span: Range<Int>, bytes: [UInt8])] = []

    init(_ text: [UInt8]) {
        self.text = text
    }

    /// Puts lines at the beginning of a block, further in than the block itself.
    mutating func open(_ block: Directive, with lines: [String]) {
        let end = block.span.upperBound
        let indent = text[lineStart(of: block.span)...].prefix(while: Edit.isBlank)
        changes.append((end..<end, lines.flatMap { [UInt8(ascii: "\n")] + indent + Array("    \($0)".utf8) }))
    }

    /// Takes a directive out, with its line where it has one to itself.
    mutating func remove(_ directive: Directive) {
        var span = directive.span
        let start = lineStart(of: span)
        let rest = text[span.upperBound...].drop(while: Edit.isBlank)
        if start > 0, text[start..<span.lowerBound].allSatisfy(Edit.isBlank), rest.first == UInt8(ascii: "\n") {
            span = (start - 1)..<rest.startIndex
        }
        changes.append((span, []))
    }

    var result: [UInt8] {
        var changed: [UInt8] = []
        var position = 0
        let order = changes.sorted {
            ($0.span.lowerBound, $0.span.upperBound) < ($1.span.lowerBound, $1.span.upperBound)
        }
        for change in order {
            changed += text[position..<change.span.lowerBound] + change.bytes
            position = change.span.upperBound
        }
        return changed + text[position...]
    }

    private func lineStart(of span: Range<Int>) -> Int {
        text[..<span.lowerBound].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
}
