-- Adds a code to the account's set.
CREATE OR REPLACE FUNCTION vestibule_vault.add_recovery_code(account BIGINT, new_hash BINARY(32)) RETURNS BOOLEAN
MODIFIES SQL DATA SQL SECURITY DEFINER
BEGIN
    INSERT INTO vestibule_vault.recovery_codes (account_id, hash) VALUES (account, new_hash);
    RETURN TRUE;
END
