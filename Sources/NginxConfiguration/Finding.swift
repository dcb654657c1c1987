/// A way past the gate, where it is, and the line that closes it.
public struct Finding: Hashable, Sendable, CustomStringConvertible {
    public let place: Place
    public let problem: String
    public let remedy: String

    public var description: String { "\(place): \(problem); write: \(remedy)" }
}
