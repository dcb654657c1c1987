-- Whether `candidate` is the account's password hash, byte for byte.
CREATE OR REPLACE PROCEDURE vestibule_vault.password_matches(account BIGINT, candidate VARBINARY(255))
READS SQL DATA SQL SECURITY DEFINER
SELECT EXISTS (SELECT 1 FROM vestibule_vault.password_hashes WHERE account_id = account AND hash = candidate) AS done
