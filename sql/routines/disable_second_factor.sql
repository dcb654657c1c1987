-- Removes the second factor with its recovery codes, and whatever was pending.
CREATE OR REPLACE PROCEDURE vestibule_vault.disable_second_factor(account BIGINT)
MODIFIES SQL DATA SQL SECURITY DEFINER
BEGIN
    DELETE FROM vestibule_vault.enrolments WHERE account_id = account;
    DELETE FROM vestibule_vault.authenticators WHERE account_id = account;
    SELECT ROW_COUNT() = 1 AS done;
END
