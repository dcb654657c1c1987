-- Takes an account's password away: nobody signs in until another is set.
CREATE OR REPLACE PROCEDURE vestibule_vault.forget_password(account BIGINT)
MODIFIES SQL DATA SQL SECURITY DEFINER
BEGIN
    DELETE FROM vestibule_vault.password_hashes WHERE account_id = account;
    SELECT ROW_COUNT() = 1 AS done;
END
