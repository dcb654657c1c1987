-- Throws away the pending keys that were never confirmed.
CREATE OR REPLACE PROCEDURE vestibule_vault.expire_enrolments(oldest BIGINT)
MODIFIES SQL DATA SQL SECURITY DEFINER
BEGIN
    DELETE FROM vestibule_vault.enrolments WHERE started_at <= oldest;
    SELECT ROW_COUNT() AS done;
END
