/// The texts of all statements, read once when a worker starts.
public struct Queries: Sendable {
    private let texts: [Query: String]

    /// Has `read` fetch each file below `folder`, such as `/usr/share/vestibule/sql/queries`.
    ///
    /// A file that is missing stops the start.
    public init(folder: String, read: (String) -> String?) throws {
        var texts: [Query: String] = [:]
        for query in Query.allCases {
            let path = "\(folder)/\(query.rawValue).sql"
            guard let text = read(path) else { throw MissingQuery(path: path) }
            texts[query] = text
        }
        self.texts = texts
    }

    subscript(query: Query) -> String { texts[query]! }

    /// A statement of this version is not where the configuration says.
    public struct MissingQuery: Error, CustomStringConvertible {
        let path: String
        public var description: String { "cannot read \(path): VESTIBULE_SQL must name the sql folder of this version" }
    }
}
