import MariaDB
import Testing

extension `A MariaDB server` {
    /// What it refuses now and will do again: no fault of ours.
    @Suite struct `refuses for a while`: ~Copyable {
        private let administrator: Connection

        init() throws {
            administrator = try TestServer.connect()
        }

        @Test func `another connection of an account that has as many as it may`() throws {
            try administrator.run("CREATE OR REPLACE USER guest@localhost WITH MAX_USER_CONNECTIONS 1")
            try administrator.run("GRANT SELECT ON test.* TO guest@localhost")
            let guest = TestServer.server(database: "test", user: "guest")
            let first = try Connection(to: guest)
            let error = #expect(throws: MariaDBError.self) { _ = try Connection(to: guest) }
            #expect(error?.code == .userLimitReached)
            #expect(MariaDBError.Code.userLimitReached.isTemporary)
            #expect(try first.rows("SELECT 1 AS one")[0].integer("one") == 1)
        }

        @Test func `a statement that takes longer than it allows`() throws {
            try administrator.run("SET max_statement_time = 0.05")
            let error = #expect(throws: MariaDBError.self) {
                try administrator.run(
                    "SET @pairs = (SELECT COUNT(*) FROM seq_1_to_100000 a JOIN seq_1_to_100000 b ON a.seq <> b.seq)")
            }
            #expect(error?.code == .statementTimeout)
            #expect(MariaDBError.Code.statementTimeout.isTemporary)
        }

        @Test func `a statement that somebody ends`() throws {
            try administrator.run("CREATE OR REPLACE PROCEDURE end_me() KILL QUERY CONNECTION_ID()")
            let error = #expect(throws: MariaDBError.self) { try administrator.run("CALL end_me()") }
            #expect(error?.code == .statementKilled)
            #expect(MariaDBError.Code.statementKilled.isTemporary)
        }
    }
}
