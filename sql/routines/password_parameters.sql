-- The algorithm, cost, key and salt of an account's password; the verifier itself never leaves the database. It stands
-- after the last `$`, but in bcrypt after the 22 symbols of the salt.
CREATE OR REPLACE PROCEDURE vestibule_vault.password_parameters(account BIGINT)
READS SQL DATA SQL SECURITY DEFINER
SELECT (
    SELECT CASE
        WHEN hash LIKE '$2_$__$%' THEN SUBSTRING(hash, 1, 29)
        WHEN hash LIKE '$wp$2_$__$%' THEN SUBSTRING(hash, 1, 32)
        ELSE SUBSTRING(hash, 1, LENGTH(hash) - LENGTH(SUBSTRING_INDEX(hash, '$', -1)) - 1)
    END
    FROM vestibule_vault.password_hashes WHERE account_id = account
) AS parameters
