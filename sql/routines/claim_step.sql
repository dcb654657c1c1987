-- Whether no code of this step was accepted before, nor one of a later step: a code is good once, whatever clocks have
-- said since. The caller's transaction undoes all of it where this says no.
CREATE OR REPLACE PROCEDURE vestibule_vault.claim_step(account BIGINT, authenticator BINARY(16), step BIGINT)
MODIFIES SQL DATA SQL SECURITY DEFINER
BEGIN
    DECLARE claimed INT;
    UPDATE vestibule_vault.authenticators SET last_step = step
    WHERE account_id = account AND id = authenticator AND last_step < step;
    SET claimed = ROW_COUNT();
    IF claimed = 1 THEN
        INSERT IGNORE INTO vestibule_vault.accepted_steps (account_id, step) VALUES (account, step);
        SET claimed = ROW_COUNT();
    END IF;
    SELECT claimed = 1 AS done;
END
