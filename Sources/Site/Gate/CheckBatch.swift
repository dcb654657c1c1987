import MariaDB
import Secrets

/// The sessions that several checks ask for, which arrived together: looked up at once, before the first is answered.
///
/// A page and its pictures are asked for nearly at once, and one answer of the database costs less than two.
struct CheckBatch {
    /// What a cookie stands for: a session, or `nil`.
    typealias Found = (pass: Pass, row: Row?)

    static let none = CheckBatch { [] }
    /// How many cookies are looked up at once: the statements have a place for each.
    static let places = 8

    private let found: Result<[Found], any Error>

    /// What cannot be looked up now is not tried once more for each check: they fail by the same error.
    init(_ lookUp: () throws -> [Found]) {
        found = Result(catching: lookUp)
    }

    /// What was found for `cookie` at `site`; `nil` if it was not looked for.
    func session(of cookie: [UInt8], at site: ProtectedSite) throws -> Found? {
        try found.get().first { $0.pass.site.origin == site.origin && isEqualInConstantTime($0.pass.cookie, cookie) }
    }
}
