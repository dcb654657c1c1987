-- Takes back a step that a wrong clock accepted from the future, so that its owner is not locked out until then.
CREATE OR REPLACE PROCEDURE vestibule_vault.heal_step(account BIGINT, latest BIGINT)
MODIFIES SQL DATA SQL SECURITY DEFINER
BEGIN
    UPDATE vestibule_vault.authenticators SET last_step = latest WHERE account_id = account AND last_step > latest;
    SELECT ROW_COUNT() = 1 AS done;
END
