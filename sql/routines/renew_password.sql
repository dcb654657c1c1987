-- Keeps the same password under a new hash, unless somebody changed the password meanwhile.
CREATE OR REPLACE PROCEDURE vestibule_vault.renew_password(account BIGINT, old_hash VARBINARY(255), new_hash VARBINARY(255))
MODIFIES SQL DATA SQL SECURITY DEFINER
BEGIN
    CALL vestibule_vault.require_key(vestibule_vault.key_of_hash(new_hash));
    UPDATE vestibule_vault.password_hashes SET hash = new_hash WHERE account_id = account AND hash = old_hash;
    SELECT ROW_COUNT() = 1 AS done;
END
