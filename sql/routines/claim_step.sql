-- Whether no code of this step or a later one was accepted before: a code is good once, whatever clocks have said since.
CREATE OR REPLACE PROCEDURE vestibule_vault.claim_step(account BIGINT, authenticator BINARY(16), step BIGINT)
MODIFIES SQL DATA SQL SECURITY DEFINER
BEGIN
    UPDATE vestibule_vault.authenticators SET last_step = step
    WHERE account_id = account AND id = authenticator AND last_step < step AND NOT EXISTS (
        SELECT 1 FROM vestibule_vault.steps_taken_back t
        WHERE t.account_id = account AND step BETWEEN t.step - 2 AND t.step);
    SELECT ROW_COUNT() = 1 AS done;
END
