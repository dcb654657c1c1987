/// Where something stands.
public struct Place: Hashable, Comparable, Sendable, CustomStringConvertible {
    public let file: String
    public let line: Int

    public init(file: String, line: Int) {
        self.file = file
        self.line = line
    }

    public var description: String { "\(file):\(line)" }

    public static func < (one: Place, other: Place) -> Bool { (one.file, one.line) < (other.file, other.line) }
}

/// A line of nginx's configuration, with its block if it has one.
public struct Directive: Hashable, Sendable {
    public let name: Word
    public let arguments: [Word]
    public var block: [Directive]?
    public let place: Place
    /// The bytes of the file from its name to its `;`, or to the `{` of its block.
    let span: Range<Int>
    /// The `include` lines that it came by, the outermost first.
    public var includedBy: [Place] = []

    var first: Word { arguments.first ?? "" }

    var second: Word { arguments.dropFirst().first ?? "" }

    /// Where `file` has it: its own line there, or that of the `include` which brought it.
    func place(in file: String) -> Place {
        (includedBy + [place]).first { $0.file.utf8.elementsEqual(file.utf8) } ?? place
    }

    /// As it is written, without its block.
    var line: String { ([name] + arguments).map(\.written).joined(separator: " ") }
}

/// Why a configuration could not be read, and where.
public struct ReadingFault: Error, Equatable, CustomStringConvertible {
    public let place: Place
    public let problem: String

    public var description: String { "\(place): \(problem)" }
}
