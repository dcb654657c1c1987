import MariaDB
import Testing

@testable import Site

@Suite struct `The statements` {
    /// The upgrade of the schema, the purge of the log and the change of keys have an account of their own.
    private static let migration: Set<Query> = [
        .lockSchema, .recordSchemaVersion, .purgeAudit, .lockKeyCheck, .removeKeyCheck, .keyUses, .olderSecondFactors,
        .olderEnrolments, .resealSecondFactor, .resealEnrolment,
    ]

    @Test(arguments: Query.allCases)
    func `Every statement is accepted by the server, with the rights of its account`(query: Query) throws {
        let user = Self.migration.contains(query) ? "vestibule_migrate" : "vestibule_web"
        try Connection(to: TestInstance.server(user: user)).prepare(TestInstance.queries()[query])
    }

    @Test(arguments: ["password_hashes", "authenticators", "enrolments", "recovery_sets", "recovery_codes"])
    func `The web account reads nothing in the vault`(table: String) throws {
        let connection = try Connection(to: TestInstance.server())
        #expect(throws: MariaDBError.self) { try connection.rows("SELECT 1 FROM vestibule_vault.\(table)") }
    }

    @Test(arguments: [
        "UPDATE second_factors SET confirmed_at = 0", "DELETE FROM second_factors", "TRUNCATE second_factors",
        "REPLACE INTO second_factors (account_id, confirmed_at) VALUES (1, 1)",
        "UPDATE enrolments SET started_at = 0", "DELETE FROM enrolments", "TRUNCATE enrolments",
        "REPLACE INTO enrolments (lineage, authenticator_id, started_at) VALUES ('', '', 1)",
    ])
    func `The web account gives nobody a second factor by itself, and takes none away`(statement: String) throws {
        let connection = try Connection(to: TestInstance.server())
        #expect(throws: MariaDBError.self) { try connection.change(statement) }
    }

    @Test(arguments: [
        "UPDATE audit SET at = 0", "DELETE FROM audit", "UPDATE audit_seals SET number = 0", "DELETE FROM audit_seals",
        "REPLACE INTO audit_seals (number) VALUES (1)", "TRUNCATE audit", "UPDATE key_checks SET key_id = 9",
        "DELETE FROM key_checks",
    ])
    func `The web account changes no history`(statement: String) throws {
        let connection = try Connection(to: TestInstance.server())
        #expect(throws: MariaDBError.self) { try connection.change(statement) }
    }
}
