-- Refuses what was made under a key that has been retired. Until the end of its transaction the key cannot be.
CREATE OR REPLACE PROCEDURE vestibule_vault.require_key(number BIGINT)
READS SQL DATA SQL SECURITY DEFINER
BEGIN
    DECLARE present BIGINT DEFAULT NULL;
    SELECT key_id INTO present FROM vestibule.key_checks WHERE key_id = number LOCK IN SHARE MODE;
    IF number IS NOT NULL AND present IS NULL THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the key was retired: nothing is kept under it any more';
    END IF;
END
