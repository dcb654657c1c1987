import Glibc
import MariaDB
import Testing

private let ring = "UPDATE bells SET rung = rung + 1"

extension `A MariaDB server` {
    @Suite struct `may go and come back`: ~Copyable {
        let connection: Connection

        init() throws {
            let connection = try TestServer.connect()
            try connection.run("CREATE OR REPLACE TABLE bells (rung BIGINT NOT NULL)")
            try connection.change("INSERT INTO bells VALUES (0)")
            self.connection = connection
        }

        private func rung() throws -> Int64 {
            try connection.rows("SELECT rung FROM bells")[0].integer("rung")
        }

        @Test(arguments: [TestServer.kill, TestServer.stop])
        func `between two statements, and nobody notices`(leave: @Sendable () -> Void) throws {
            #expect(try rung() == 0)
            try connection.change(ring)
            leave()
            TestServer.start()
            #expect(try rung() == 1)
            leave()
            TestServer.start()
            #expect(try connection.change(ring) == 1)
            leave()
            TestServer.start()
            try connection.transaction { _ = try connection.change(ring) }
            #expect(try rung() == 3)
            #expect(try connection.rows("SELECT @@innodb_lock_wait_timeout AS wait")[0].integer("wait") == 3)
        }

        @Test func `and while it is away we say so`() throws {
            TestServer.kill()
            let error = #expect(throws: MariaDBError.self) { try rung() }
            #expect(error?.code == .connectionRefused)
            TestServer.start()
            #expect(try rung() == 0)
        }

        @Test func `hanging, and whoever asks next is told so without waiting as well`() throws {
            TestServer.freeze()
            let connection = Connection(openingLaterTo: TestServer.server(database: "test", timeout: 1))
            let alone = ContinuousClock().measure {
                #expect(throws: MariaDBError.self) { try connection.run(ring) }
            }
            let others = ContinuousClock().measure {
                for _ in 0..<20 { #expect(throws: MariaDBError.self) { try connection.run(ring) } }
            }
            #expect(others < alone / 2, "twenty wait less than half as long as the one before them")
            TestServer.thaw()
            usleep(1_000_000)
            try connection.run(ring)
            #expect(try rung() == 1)
        }

        @Test func `having closed a connection that was idle for long`() throws {
            try connection.run("SET wait_timeout = 1")
            usleep(1_500_000)
            #expect(try connection.change(ring) == 1)
            #expect(try rung() == 1)
        }

        @Test func `during a change, which is not repeated`() throws {
            #expect(try rung() == 0)
            TestServer.dieDuringNextStatement()
            let error = #expect(throws: MariaDBError.self) { try connection.change(ring) }
            #expect(error?.code == .serverLost)
            TestServer.start()
            #expect(try rung() == 0)
        }

        @Test func `during a transaction, of which nothing remains`() throws {
            let error = #expect(throws: MariaDBError.self) {
                try connection.transaction {
                    try connection.change(ring)
                    TestServer.kill()
                    TestServer.start()
                    _ = try? connection.change(ring)
                    _ = try? connection.change(ring)
                }
            }
            #expect(error?.code == .serverGone)
            #expect(try rung() == 0)
            try connection.transaction { _ = try connection.change(ring) }
            #expect(try rung() == 1)
        }

        @Test func `during a commit, whose outcome is then unknown`() throws {
            let unknown = #expect(throws: CommitUnknown.self) {
                try connection.transaction {
                    try connection.change(ring)
                    TestServer.dieDuringNextStatement()
                }
            }
            #expect(unknown?.cause.code == .serverLost)
            TestServer.start()
            #expect([0, 1].contains(try rung()))
        }

        @Test func `having killed the connection before a commit`() throws {
            let other = try TestServer.connect()
            #expect(throws: CommitUnknown.self) {
                try connection.transaction {
                    try connection.change(ring)
                    let me = try connection.rows("SELECT CONNECTION_ID() AS me")[0].integer("me")
                    try other.run("KILL \(me)")
                    usleep(100_000)
                }
            }
            #expect(try rung() == 0)
        }

        @Test func `having forgotten what was prepared`() throws {
            try connection.run(
                "CREATE OR REPLACE PROCEDURE forget() BEGIN IF @forgotten IS NULL THEN SET @forgotten = 1; "
                    + "SIGNAL SQLSTATE 'HY000' SET MYSQL_ERRNO = 1243; END IF; SELECT @forgotten AS forgotten; END")
            #expect(try connection.rows("CALL forget()")[0].integer("forgotten") == 1)
        }
    }
}
