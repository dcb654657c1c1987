-- Whether no code of this step or a later one was accepted before: a code is good once.
CREATE OR REPLACE PROCEDURE vestibule_vault.claim_step(account BIGINT, authenticator BINARY(16), step BIGINT)
MODIFIES SQL DATA SQL SECURITY DEFINER
BEGIN
    UPDATE vestibule_vault.authenticators SET last_step = step
    WHERE account_id = account AND id = authenticator AND last_step < step;
    SELECT ROW_COUNT() = 1 AS done;
END
