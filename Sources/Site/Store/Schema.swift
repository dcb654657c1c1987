public import HTTP
public import MariaDB

import FoundationEssentials

/// The tables, views, routines and grants in the database, and how they come to be those of this version.
public struct Schema: ~Copyable {
    /// The highest number in `sql/schema`.
    static let version: Int64 = 11

    private let connection: Connection
    private let folder: String
    private let queries: Queries

    /// - Parameter folder: the `sql` folder of this version.
    public init(_ connection: consuming Connection, folder: String) throws {
        queries = try Queries(folder: folder + "/queries") { try? String(contentsOfFile: $0, encoding: .utf8) }
        self.connection = connection
        self.folder = folder
    }

    /// Applies what is missing, in order, one upgrade at a time; returns the files it applied.
    ///
    /// Every file can be run again, so an upgrade that was cut short goes on where it stopped.
    public borrowing func upgrade(at now: Instant) throws -> [String] {
        guard try connection.rows(queries[.lockSchema])[0].integerIfPresent("done") == 1 else { throw AnotherUpgrade() }
        try run("schema/000_versions.sql")
        let present = try connection.rows(queries[.schemaVersion])[0].integer("version")
        guard present <= Schema.version else { throw SchemaMismatch(present: present) }
        let missing = try files(in: "schema").filter { Schema.number(of: $0) > present }
        for file in missing {
            try run("schema/\(file)")
            try connection.change(
                queries[.recordSchemaVersion], [.integer(Schema.number(of: file)), .integer(now.microseconds)])
        }
        for folder in ["views", "routines"] {
            for file in try files(in: folder) { try connection.run(text(of: "\(folder)/\(file)")) }
        }
        try run("grants.sql")
        return missing
    }

    private borrowing func run(_ file: String) throws {
        for statement in try text(of: file).split(separator: ";\n")
        where statement.contains(where: { !$0.isWhitespace }) {
            try connection.run(String(statement))
        }
    }

    private borrowing func text(of file: String) throws -> String {
        try String(contentsOfFile: "\(folder)/\(file)", encoding: .utf8)
    }

    private borrowing func files(in subfolder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: "\(folder)/\(subfolder)").filter { $0.hasSuffix(".sql") }
            .sorted()
    }

    private static func number(of file: String) -> Int64 { Int64(file.prefix(3)) ?? 0 }
}

/// Another upgrade holds the lock for too long.
struct AnotherUpgrade: Error, CustomStringConvertible {
    var description: String { "another upgrade of this database is under way: let it end, then run this again" }
}

/// The database is of another version than the program.
struct SchemaMismatch: Error, CustomStringConvertible {
    let present: Int64
    var description: String {
        present < Schema.version
            ? "the database is at schema \(present), this version needs \(Schema.version): run `vestibule migrate`"
            : "the database is at schema \(present), newer than this version's \(Schema.version): install that version"
    }
}
