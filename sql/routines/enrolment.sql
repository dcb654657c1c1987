-- The pending key of one browser, sealed, and the database's clock.
CREATE OR REPLACE PROCEDURE vestibule_vault.enrolment(browser BINARY(16), account BIGINT)
READS SQL DATA SQL SECURITY DEFINER
SELECT authenticator_id, sealed_key, CAST(UNIX_TIMESTAMP(SYSDATE(6)) * 1000000 AS SIGNED) AS server_time
FROM vestibule_vault.enrolments WHERE lineage = browser AND account_id = account
