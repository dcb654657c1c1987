-- Keeps a fresh key for one browser, in place of an earlier one; none while a second factor is enabled.
CREATE OR REPLACE PROCEDURE vestibule_vault.begin_enrolment(browser BINARY(16), account BIGINT, authenticator BINARY(16), new_key VARBINARY(255), started BIGINT)
MODIFIES SQL DATA SQL SECURITY DEFINER
BEGIN
    DECLARE begun INT;
    CALL vestibule_vault.require_key(vestibule_vault.key_of_seal(new_key));
    DELETE FROM vestibule_vault.enrolments WHERE lineage = browser;
    INSERT INTO vestibule_vault.enrolments (lineage, account_id, authenticator_id, sealed_key, started_at)
    SELECT browser, account, authenticator, new_key, started
    FROM DUAL WHERE NOT EXISTS (SELECT 1 FROM vestibule_vault.authenticators WHERE account_id = account);
    SET begun = ROW_COUNT();
    IF begun = 1 THEN
        INSERT INTO vestibule.enrolments (lineage, authenticator_id, started_at) VALUES (browser, authenticator, started);
    END IF;
    SELECT begun = 1 AS done;
END
