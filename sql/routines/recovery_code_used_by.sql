-- The challenge that used the code; NULL if the code is none of the account's, or was not used yet.
CREATE OR REPLACE PROCEDURE vestibule_vault.recovery_code_used_by(account BIGINT, typed BINARY(32))
READS SQL DATA SQL SECURITY DEFINER
SELECT (SELECT used_by FROM vestibule_vault.recovery_codes WHERE account_id = account AND hash = typed) AS challenge
