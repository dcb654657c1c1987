import Dispatch
import MariaDB
import Synchronization
import Testing

/// Puts one more coin into a purse.
private let fill = "UPDATE purses SET coins = coins + 1 WHERE id = ?"

extension `A MariaDB server` {
    @Suite struct `keeps together`: ~Copyable {
        let connection: Connection

        init() throws {
            let connection = try TestServer.connect()
            try connection.run("CREATE OR REPLACE TABLE purses (id BIGINT PRIMARY KEY, coins BIGINT NOT NULL)")
            try connection.change("INSERT INTO purses VALUES (1, 0), (2, 0)")
            self.connection = connection
        }

        private func coins() throws -> [Int64] {
            try connection.rows("SELECT coins FROM purses ORDER BY id").map { $0.integer("coins") }
        }

        @Test func `what a transaction does`() throws {
            let count = try connection.transaction {
                try connection.change(fill, [.integer(1)]) + connection.change(fill, [.integer(2)])
            }
            #expect(count == 2)
            #expect(try coins() == [1, 1])
        }

        @Test func `what a function does that is selected`() throws {
            try connection.run(
                "CREATE OR REPLACE FUNCTION take(purse BIGINT) RETURNS BIGINT BEGIN "
                    + "UPDATE purses SET coins = coins - 1 WHERE id = purse; RETURN ROW_COUNT(); END")
            let taken = try connection.transaction {
                try connection.rows("SELECT take(?) AS taken", [.integer(2)])[0].integer("taken")
            }
            #expect(taken == 1)
            #expect(try coins() == [0, -1])
        }

        @Test func `nothing, if the transaction throws`() throws {
            struct ChangedMyMind: Error {}
            #expect(throws: ChangedMyMind.self) {
                try connection.transaction {
                    try connection.change(fill, [.integer(1)])
                    throw ChangedMyMind()
                }
            }
            #expect(try coins() == [0, 0])
            try connection.transaction { _ = try connection.change(fill, [.integer(1)]) }
            #expect(try coins() == [1, 0])
        }

        @Test func `two transactions that stand in each other's way`() throws {
            let tries = Tries()
            let hasFirst = [DispatchSemaphore(value: 0), DispatchSemaphore(value: 0)]
            let everyone = DispatchGroup()
            for me in 0...1 {
                DispatchQueue(label: "\(me)").async(group: everyone) {
                    do {
                        let connection = try TestServer.connect()
                        try connection.transaction {
                            let isFirstTry = tries.count.add(1, ordering: .relaxed).newValue <= 2
                            try connection.change(fill, [.integer(Int64(1 + me))])
                            hasFirst[me].signal()
                            if isFirstTry { _ = hasFirst[1 - me].wait(timeout: .now() + 5) }
                            try connection.change(fill, [.integer(Int64(2 - me))])
                        }
                    } catch {
                        Issue.record(error)
                    }
                }
            }
            #expect(everyone.wait(timeout: .now() + 20) == .success)
            #expect(tries.count.load(ordering: .relaxed) == 3)
            #expect(try coins() == [2, 2])
        }

        @Test func `and tries again where the server breaks off in the middle of an answer`() throws {
            try connection.run("CREATE OR REPLACE TABLE signals (code INT NOT NULL)")
            try connection.run(
                "CREATE OR REPLACE FUNCTION fragile(purse BIGINT) RETURNS BIGINT BEGIN "
                    + "IF (SELECT COUNT(*) FROM signals) > 0 THEN "
                    + "SIGNAL SQLSTATE '40001' SET MYSQL_ERRNO = 1213; END IF; RETURN purse; END")
            let session = try connection.rows("SELECT CONNECTION_ID() AS id")[0].integer("id")
            for isBroken in [true, false, true, false] {
                try connection.change(isBroken ? "INSERT INTO signals VALUES (1)" : "DELETE FROM signals")
                if isBroken {
                    let error = #expect(throws: MariaDBError.self) {
                        try connection.rows("SELECT fragile(?) AS purse", [.integer(7)])
                    }
                    #expect(error?.code == .deadlock)
                } else {
                    let rows = try connection.rows("SELECT fragile(?) AS purse", [.integer(7)])
                    #expect(rows.map { $0.integer("purse") } == [7])
                }
            }
            #expect(try connection.rows("SELECT CONNECTION_ID() AS id")[0].integer("id") == session)
        }

        @Test(arguments: [MariaDBError.Code.deadlock, .lockWaitTimeout, .galeraNotReady])
        func `nothing, if it was undone five times`(code: MariaDBError.Code) throws {
            var tries = 0
            let error = #expect(throws: MariaDBError.self) {
                try connection.transaction {
                    tries += 1
                    try connection.change(fill, [.integer(1)])
                    try connection.run("SIGNAL SQLSTATE '40001' SET MYSQL_ERRNO = \(code.rawValue)")
                }
            }
            #expect(error?.code == code)
            #expect(tries == 5)
            #expect(try coins() == [0, 0])
        }

        @Test func `nothing of a transaction that hides that it was undone`() throws {
            #expect(throws: MariaDBError.self) {
                try connection.transaction {
                    try? connection.run("SIGNAL SQLSTATE '40001' SET MYSQL_ERRNO = 1213")
                    _ = try? connection.change(fill, [.integer(1)])
                }
            }
            #expect(try coins() == [0, 0])
        }
    }
}

private final class Tries: Sendable {
    let count = Atomic(0)
}
