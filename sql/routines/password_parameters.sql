-- The algorithm, cost, key and salt of an account's password; the verifier itself never leaves the database.
CREATE OR REPLACE PROCEDURE vestibule_vault.password_parameters(account BIGINT)
READS SQL DATA SQL SECURITY DEFINER
SELECT (
    SELECT SUBSTRING(hash, 1, LENGTH(hash) - LOCATE('$', REVERSE(hash)))
    FROM vestibule_vault.password_hashes WHERE account_id = account
) AS parameters
