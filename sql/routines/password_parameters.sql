-- The algorithm, cost, key and salt of an account's password; the verifier itself never leaves the database.
CREATE OR REPLACE FUNCTION vestibule_vault.password_parameters(account BIGINT) RETURNS VARBINARY(255)
READS SQL DATA SQL SECURITY DEFINER
RETURN (
    SELECT SUBSTRING(hash, 1, LENGTH(hash) - LOCATE('$', REVERSE(hash)))
    FROM vestibule_vault.password_hashes WHERE account_id = account
)
