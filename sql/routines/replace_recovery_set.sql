-- Replaces the set that the person saw, unless another browser has replaced it already. The old codes die here.
CREATE OR REPLACE PROCEDURE vestibule_vault.replace_recovery_set(account BIGINT, old_set BINARY(16), new_set BINARY(16), new_salt BINARY(16), new_key BIGINT, made BIGINT)
MODIFIES SQL DATA SQL SECURITY DEFINER
BEGIN
    DECLARE replaced INT;
    CALL vestibule_vault.require_key(new_key);
    UPDATE vestibule_vault.recovery_sets SET id = new_set, salt = new_salt, key_id = new_key, made_at = made
    WHERE account_id = account AND id = old_set;
    SET replaced = ROW_COUNT();
    IF replaced = 1 THEN
        UPDATE vestibule.second_factors SET recovery_set_id = new_set WHERE account_id = account;
        DELETE FROM vestibule_vault.recovery_codes WHERE account_id = account;
    END IF;
    SELECT replaced = 1 AS done;
END
