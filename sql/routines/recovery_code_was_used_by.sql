-- Whether it was this very challenge that used the code: then a doubled post brought it again.
CREATE OR REPLACE PROCEDURE vestibule_vault.recovery_code_was_used_by(account BIGINT, typed BINARY(32), challenge BINARY(32))
READS SQL DATA SQL SECURITY DEFINER
SELECT EXISTS (
    SELECT 1 FROM vestibule_vault.recovery_codes WHERE account_id = account AND hash = typed AND used_by = challenge
) AS done
