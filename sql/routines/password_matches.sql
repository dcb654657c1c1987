-- Whether `candidate` is the account's password hash, byte for byte.
CREATE OR REPLACE FUNCTION vestibule_vault.password_matches(account BIGINT, candidate VARBINARY(255)) RETURNS BOOLEAN
READS SQL DATA SQL SECURITY DEFINER
RETURN EXISTS (SELECT 1 FROM vestibule_vault.password_hashes WHERE account_id = account AND hash = candidate)
