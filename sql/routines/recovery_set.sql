-- What a typed recovery code of the account is hashed with.
CREATE OR REPLACE PROCEDURE vestibule_vault.recovery_set(account BIGINT)
READS SQL DATA SQL SECURITY DEFINER
SELECT salt, key_id FROM vestibule_vault.recovery_sets WHERE account_id = account
