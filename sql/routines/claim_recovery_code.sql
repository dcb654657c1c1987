-- Whether the code is the account's and was not used before: a code is good once.
CREATE OR REPLACE PROCEDURE vestibule_vault.claim_recovery_code(account BIGINT, typed BINARY(32), used BIGINT, challenge BINARY(32))
MODIFIES SQL DATA SQL SECURITY DEFINER
BEGIN
    UPDATE vestibule_vault.recovery_codes SET used_at = used, used_by = challenge
    WHERE account_id = account AND hash = typed AND used_at IS NULL;
    SELECT ROW_COUNT() = 1 AS done;
END
