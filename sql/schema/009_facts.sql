-- What is no secret about the vault, in tables that the site reads by their keys. The vault's routines write a fact in the
-- transaction of its secret, and it goes with it; the web account reads facts and makes none.

-- Whoever still works with the routines of before makes no secret whose fact would be missing.
DROP PROCEDURE IF EXISTS vestibule_vault.begin_enrolment;
DROP PROCEDURE IF EXISTS vestibule_vault.enable_second_factor;
DROP PROCEDURE IF EXISTS vestibule_vault.make_recovery_set;
DROP PROCEDURE IF EXISTS vestibule_vault.replace_recovery_set;

-- A row is an account with a second factor, and the set of recovery codes that belongs to it. The table has its rows from
-- the first: whoever reads it never sees an account without the second factor that it has.
DROP VIEW IF EXISTS second_factors;
CREATE TABLE IF NOT EXISTS second_factors (
    account_id      BIGINT     NOT NULL PRIMARY KEY,
    confirmed_at    BIGINT     NOT NULL,
    recovery_set_id BINARY(16) NULL,
    INDEX (confirmed_at),
    FOREIGN KEY (account_id) REFERENCES vestibule_vault.authenticators (account_id) ON DELETE CASCADE
) ENGINE = InnoDB
SELECT a.account_id, a.confirmed_at, s.id AS recovery_set_id
FROM vestibule_vault.authenticators a LEFT JOIN vestibule_vault.recovery_sets s ON s.account_id = a.account_id
LOCK IN SHARE MODE;
ALTER TABLE vestibule_vault.authenticators DROP INDEX IF EXISTS confirmed;

-- A row is a browser that holds a pending key.
DROP VIEW IF EXISTS enrolments;
CREATE TABLE IF NOT EXISTS enrolments (
    lineage          BINARY(16) NOT NULL PRIMARY KEY,
    authenticator_id BINARY(16) NOT NULL,
    started_at       BIGINT     NOT NULL,
    FOREIGN KEY (lineage) REFERENCES vestibule_vault.enrolments (lineage) ON DELETE CASCADE
) ENGINE = InnoDB
SELECT lineage, authenticator_id, started_at FROM vestibule_vault.enrolments LOCK IN SHARE MODE;
