import MariaDB
import Testing

extension `A MariaDB server` {
    @Suite struct `gives back what it was given`: ~Copyable {
        let connection: Connection

        init() throws {
            let connection = try TestServer.connect()
            try connection.run(
                "CREATE OR REPLACE TABLE kept (id BIGINT PRIMARY KEY AUTO_INCREMENT, number BIGINT, bytes LONGBLOB, "
                    + "short VARBINARY(8), name VARCHAR(8), positive BIGINT UNSIGNED)")
            self.connection = connection
        }

        @Test(arguments: [Int64.min, -1, 0, 1, .max])
        func `as an integer`(number: Int64) throws {
            try connection.change("INSERT INTO kept (number) VALUES (?)", [.integer(number)])
            let rows = try connection.rows("SELECT number FROM kept")
            #expect(rows.map { $0.integer("number") } == [number])
        }

        @Test(arguments: [
            [], [0], [0, 1, 0], [0xFF, 0x27, 0x5C, 0x0A], Array(repeating: 7, count: 64),
            Array(repeating: 7, count: 65),
        ])
        func `as bytes`(bytes: [UInt8]) throws {
            try connection.change("INSERT INTO kept (bytes) VALUES (?), ('x')", [.bytes(bytes)])
            let rows = try connection.rows("SELECT bytes FROM kept ORDER BY id")
            #expect(rows.map { $0.bytes("bytes") } == [bytes, Array("x".utf8)])
        }

        @Test func `by the same statement, whatever was given before`() throws {
            let values: [Value] = [
                .bytes([]), .bytes([1, 2]), .bytes([3, 4]), .null, .integer(7), .bytes(Array(repeating: 5, count: 200)),
                .text("ab"), .bytes([]), .null, .bytes(Array(repeating: 6, count: 200)), .bytes([8, 9]),
            ]
            for value in values { try connection.change("INSERT INTO kept (bytes) VALUES (?)", [value]) }
            let rows = try connection.rows("SELECT bytes FROM kept ORDER BY id")
            let expected: [[UInt8]?] = values.map {
                switch $0 {
                case .null: nil
                case .integer(let number): Array("\(number)".utf8)
                case .bytes(let bytes): bytes
                case .text(let text): Array(text.utf8)
                }
            }
            #expect(rows.map { $0.bytesIfPresent("bytes") } == expected)
        }

        @Test func `as many bytes as they may be`() throws {
            let bytes = (0..<1 << 20).map { UInt8(truncatingIfNeeded: $0 &* 31) }
            try connection.change("INSERT INTO kept (bytes) VALUES (?)", [.bytes(bytes)])
            let rows = try connection.rows("SELECT bytes FROM kept")
            #expect(rows[0].bytes("bytes") == bytes)
        }

        @Test func `as text`() throws {
            try connection.change("INSERT INTO kept (name) VALUES (?), ('')", [.text("Zoë 🗝")])
            let rows = try connection.rows("SELECT name FROM kept WHERE name IN (?, '') ORDER BY id", [.text("zoe 🗝")])
            #expect(rows.map { $0.text("name") } == ["Zoë 🗝", ""])
            #expect(rows[0].bytes("name") == Array("Zoë 🗝".utf8))
        }

        @Test func `as nothing at all`() throws {
            try connection.change("INSERT INTO kept (number, bytes, name) VALUES (?, ?, ?)", [.null, .null, .null])
            let row = try connection.rows("SELECT number, bytes, name FROM kept")[0]
            #expect(row.integerIfPresent("number") == nil)
            #expect(row.bytesIfPresent("bytes") == nil)
            #expect(row.textIfPresent("name") == nil)
        }

        @Test func `with the spaces at its end`() throws {
            try connection.change("INSERT INTO kept (short) VALUES (?), (?)", [.bytes([0x61]), .bytes([0x61, 0x20])])
            let rows = try connection.rows("SELECT short FROM kept WHERE short = ?", [.bytes([0x61, 0x20])])
            #expect(rows.map { $0.bytes("short") } == [[0x61, 0x20]])
        }

        @Test func `when one statement is given values of different kinds`() throws {
            let insertion = "INSERT INTO kept (name) VALUES (?)"
            for value in [Value.text("a"), .null, .integer(7), .bytes([0x62])] {
                try connection.change(insertion, [value])
            }
            let rows = try connection.rows("SELECT name FROM kept ORDER BY id")
            #expect(rows.map { $0.textIfPresent("name") } == ["a", nil, "7", "b"])
        }

        @Test func `and numbers each new row`() throws {
            try connection.change("INSERT INTO kept (number) VALUES (5)")
            #expect(connection.lastInsertedID == 1)
            try connection.change("INSERT INTO kept (number) VALUES (6)")
            #expect(connection.lastInsertedID == 2)
        }

        @Test func `and sums and counts as integers`() throws {
            try connection.change("INSERT INTO kept (number) VALUES (-5), (7)")
            let row = try connection.rows(
                "SELECT SUM(number) AS sum, COUNT(*) AS count, SUM(positive) AS none, EXISTS (SELECT 1) AS yes "
                    + "FROM kept")[0]
            #expect(row.integer("sum") == 2)
            #expect(row.integer("count") == 2)
            #expect(row.integerIfPresent("none") == nil)
            #expect(row.integer("yes") == 1)
        }

        @Test func `but no integer beyond 63 bits`() throws {
            try connection.change("INSERT INTO kept (positive) VALUES (9223372036854775807)")
            let selection = "SELECT positive FROM kept ORDER BY id"
            #expect(try connection.rows(selection).map { $0.integer("positive") } == [.max])
            try connection.change("INSERT INTO kept (positive) VALUES (9223372036854775808), (1)")
            let error = #expect(throws: MariaDBError.self) { try connection.rows(selection) }
            #expect(error?.code == .outOfRange)
            #expect(try connection.rows("SELECT 1 AS one")[0].integer("one") == 1)
        }
    }
}
