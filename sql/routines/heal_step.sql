-- Takes back a step that a wrong clock accepted from the future, so that its owner is not locked out until then. It is
-- remembered, because it may be the clock of now that is wrong.
CREATE OR REPLACE PROCEDURE vestibule_vault.heal_step(account BIGINT, latest BIGINT)
MODIFIES SQL DATA SQL SECURITY DEFINER
BEGIN
    DECLARE former BIGINT DEFAULT latest;
    SELECT last_step INTO former FROM vestibule_vault.authenticators WHERE account_id = account FOR UPDATE;
    IF former > latest THEN
        INSERT IGNORE INTO vestibule_vault.steps_taken_back (account_id, step) VALUES (account, former);
        UPDATE vestibule_vault.authenticators SET last_step = latest WHERE account_id = account;
    END IF;
    SELECT former > latest AS done;
END
