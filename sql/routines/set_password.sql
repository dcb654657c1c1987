-- Gives an account a password, or another one.
CREATE OR REPLACE PROCEDURE vestibule_vault.set_password(account BIGINT, new_hash VARBINARY(255))
MODIFIES SQL DATA SQL SECURITY DEFINER
BEGIN
    CALL vestibule_vault.require_key(vestibule_vault.key_of_hash(new_hash));
    INSERT INTO vestibule_vault.password_hashes (account_id, hash) VALUES (account, new_hash)
    ON DUPLICATE KEY UPDATE hash = new_hash;
    SELECT ROW_COUNT() > 0 AS done;
END
