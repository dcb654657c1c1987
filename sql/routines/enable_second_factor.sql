-- Makes a pending key the account's second factor. The unique key decides: it happens once.
CREATE OR REPLACE PROCEDURE vestibule_vault.enable_second_factor(browser BINARY(16), account BIGINT, authenticator BINARY(16), step BIGINT, confirmed BIGINT, oldest BIGINT)
MODIFIES SQL DATA SQL SECURITY DEFINER
BEGIN
    DECLARE enabled INT;
    INSERT INTO vestibule_vault.authenticators (account_id, id, sealed_key, last_step, confirmed_at)
    SELECT account_id, authenticator_id, sealed_key, step, confirmed FROM vestibule_vault.enrolments
    WHERE lineage = browser AND account_id = account AND authenticator_id = authenticator AND started_at > oldest
    ON DUPLICATE KEY UPDATE account_id = vestibule_vault.authenticators.account_id;
    SET enabled = ROW_COUNT();
    IF enabled = 1 THEN
        INSERT INTO vestibule.second_factors (account_id, confirmed_at) VALUES (account, confirmed);
        INSERT INTO vestibule_vault.accepted_steps (account_id, step) VALUES (account, step);
    END IF;
    DELETE FROM vestibule_vault.enrolments WHERE account_id = account;
    SELECT enabled = 1 AS done;
END
