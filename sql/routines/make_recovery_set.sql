-- Begins the recovery codes of a newly enabled second factor.
CREATE OR REPLACE PROCEDURE vestibule_vault.make_recovery_set(account BIGINT, new_set BINARY(16), new_salt BINARY(16), new_key BIGINT, made BIGINT)
MODIFIES SQL DATA SQL SECURITY DEFINER
BEGIN
    CALL vestibule_vault.require_key(new_key);
    INSERT INTO vestibule_vault.recovery_sets (account_id, id, salt, key_id, made_at)
    VALUES (account, new_set, new_salt, new_key, made);
    UPDATE vestibule.second_factors SET recovery_set_id = new_set WHERE account_id = account;
    SELECT TRUE AS done;
END
