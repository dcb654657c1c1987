-- Adds a code to the account's set.
CREATE OR REPLACE PROCEDURE vestibule_vault.add_recovery_code(account BIGINT, new_hash BINARY(32))
MODIFIES SQL DATA SQL SECURITY DEFINER
BEGIN
    INSERT INTO vestibule_vault.recovery_codes (account_id, hash) VALUES (account, new_hash);
    SELECT TRUE AS done;
END
