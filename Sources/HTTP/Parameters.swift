/// What a web server passes with a request (RFC 3875 §4.1), read where it lies: most requests are asked for little of it.
public struct Parameters: Sendable, CustomReflectable {
    /// `NAME=value`, one after the other.
    private let text: [UInt8]
    /// Where in the text each of them ends.
    private let ends: [Int]

    /// Takes parameters of the form `NAME=value` from `text`, each up to one of the `ends`, which are in their order.
    public init(_ text: [UInt8], ends: [Int]) {
        precondition(ends.last ?? 0 <= text.count, "a parameter lies beyond the text")
        self.text = text
        self.ends = ends
    }

    /// The parameters of a request that no web server made.
    public init(_ values: [String: [UInt8]]) {
        let entries = values.map { Array($0.utf8) + [UInt8(ascii: "=")] + $1 }
        self.init(entries.flatMap(\.self), ends: entries.reduce(into: []) { $0.append(($0.last ?? 0) + $1.count) })
    }

    /// The value of a parameter; an empty one is none (RFC 3875 §4.1).
    ///
    /// One that comes twice is none either, so neither can pass for the other. A name that holds `=` looks like another
    /// name here, and the rule meets it as well.
    public subscript(name: String) -> [UInt8]? { slice(name).map { Array($0) } }

    /// The same, without taking it out of the text.
    func slice(_ name: String) -> ArraySlice<UInt8>? {
        let name = name.utf8Span.span
        let text = text.span
        var found: Range<Int>?
        var start = 0
        for end in ends {
            let equals = start + name.count
            if equals < end, text[equals] == UInt8(ascii: "="), text.extracting(start..<equals).holds(name) {
                guard found == nil else { return nil }
                found = equals + 1..<end
            }
            start = end
        }
        return found.flatMap { $0.isEmpty ? nil : self.text[$0] }
    }

    /// Prints as nothing, since it holds whoever is signed in.
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}
