import MariaDB
import Testing

extension `A MariaDB server` {
    @Suite struct `is spoken to`: ~Copyable {
        let connection: Connection

        init() throws {
            let connection = try TestServer.connect()
            try connection.run(
                "CREATE OR REPLACE TABLE people (id BIGINT PRIMARY KEY, login VARBINARY(16), UNIQUE KEY login (login))")
            try connection.change("INSERT INTO people VALUES (1, 'alice'), (2, 'bob')")
            self.connection = connection
        }

        @Test func `with settings that do not depend on its configuration`() throws {
            let row = try connection.rows(
                """
                SELECT @@sql_mode AS mode, @@time_zone AS zone, @@tx_isolation AS isolation,
                    @@innodb_lock_wait_timeout AS wait, @@wsrep_sync_wait AS sync, @@character_set_client AS client,
                    @@character_set_connection AS connection, @@character_set_results AS results
                """)[0]
            let mode = Set(row.text("mode").split(separator: ","))
            #expect(
                mode == [
                    "STRICT_ALL_TABLES", "ONLY_FULL_GROUP_BY", "ERROR_FOR_DIVISION_BY_ZERO", "NO_ZERO_DATE",
                    "NO_ZERO_IN_DATE", "NO_ENGINE_SUBSTITUTION",
                ])
            #expect(row.text("zone") == "+00:00")
            #expect(row.text("isolation") == "READ-COMMITTED")
            #expect(row.integer("wait") == 3)
            #expect(row.integer("sync") == 1)
            #expect(["client", "connection", "results"].map { row.text($0) } == ["utf8mb4", "utf8mb4", "utf8mb4"])
        }

        @Test func `and counts the rows that it changed, not those that it found`() throws {
            let update = "UPDATE people SET login = ? WHERE id <= ?"
            #expect(try connection.change(update, [.bytes(Array("alice".utf8)), .integer(1)]) == 0)
            #expect(try connection.change(update, [.bytes(Array("carol".utf8)), .integer(1)]) == 1)
            #expect(try connection.change("DELETE FROM people") == 2)
        }

        @Test func `and says that a key is taken without saying by what`() throws {
            let insertion = "INSERT INTO people VALUES (3, ?)"
            try connection.change(insertion, [.text("canary ' dove")])
            let error = #expect(throws: MariaDBError.self) {
                try connection.change("INSERT INTO people VALUES (4, ?)", [.text("canary ' dove")])
            }
            #expect(error?.code == .duplicateEntry)
            #expect(
                error?.description
                    == "MariaDB error 1062: Duplicate entry … for key 'login'; "
                    + "statement: INSERT INTO people VALUES (4, ?)")
        }

        @Test func `and refuses a value that is too long, naming its column`() throws {
            let error = #expect(throws: MariaDBError.self) {
                try connection.change("UPDATE people SET login = ?", [.text("canary canary canary")])
            }
            #expect(error?.code == .dataTooLong)
            #expect(error?.message == "Data too long for column 'login' at row 1")
        }

        @Test func `and refuses a value of the wrong kind without repeating it`() throws {
            let error = #expect(throws: MariaDBError.self) {
                try connection.change("UPDATE people SET id = ?", [.text("canary for you")])
            }
            #expect(error?.description.contains("canary") == false)
            #expect(error?.description.contains("UPDATE people SET id = ?") == true)
        }

        @Test func `and refuses two statements in one text`() throws {
            let error = #expect(throws: MariaDBError.self) { try connection.run("DELETE FROM people; SELECT 1") }
            #expect(error?.code == .syntaxError)
            #expect(throws: MariaDBError.self) { try connection.change("DELETE FROM people; SELECT 1") }
            #expect(try connection.rows("SELECT id FROM people").count == 2)
        }

        @Test func `and reads no file of ours`() throws {
            #expect(throws: MariaDBError.self) {
                try connection.run("LOAD DATA LOCAL INFILE '/etc/hostname' INTO TABLE people (login)")
            }
            #expect(try connection.rows("SELECT id FROM people").count == 2)
        }

        @Test func `and checks a statement without executing it`() throws {
            try connection.prepare("DELETE FROM people WHERE id = ?")
            let error = #expect(throws: MariaDBError.self) { try connection.prepare("DELETE FROM persons") }
            #expect(error?.code == .noSuchTable)
            #expect(error?.message == "Table 'test.persons' doesn't exist")
            #expect(try connection.rows("SELECT id FROM people").count == 2)
        }

        @Test func `and goes on after a procedure that returns rows`() throws {
            try connection.run(
                "CREATE OR REPLACE PROCEDURE find(wanted BIGINT) BEGIN "
                    + "SELECT login FROM people WHERE id = wanted; SELECT id FROM people; SELECT 3 AS third; END")
            for (id, login) in [(Int64(1), "alice"), (2, "bob")] {
                let rows = try connection.rows("CALL find(?)", [.integer(id)])
                #expect(rows.map { $0.text("login") } == [login])
                #expect(try connection.rows("SELECT id FROM people").count == 2)
            }
        }

        @Test func `after a table was altered, with statements prepared before`() throws {
            let everything = "SELECT * FROM people WHERE id = 1"
            let selection = "SELECT login FROM people WHERE id = 1"
            _ = try connection.rows(everything)
            _ = try connection.rows(selection)
            try connection.run("ALTER TABLE people ADD COLUMN level INT NOT NULL DEFAULT 7 FIRST")
            #expect(try connection.rows(selection)[0].text("login") == "alice")
            #expect(throws: MariaDBError.self) { try connection.rows(everything) }
            #expect(try connection.rows(everything)[0].integer("level") == 7)
        }

        @Test func `only where it listens`() {
            let nowhere = Server(socket: "/nowhere", user: "root", password: nil, database: "test")
            let error = #expect(throws: MariaDBError.self) { _ = try Connection(to: nowhere) }
            #expect(error?.code == .connectionRefused)
            #expect(error?.statement == nil)
        }
    }
}
