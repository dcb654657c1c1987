-- Throws away the pending keys that were never confirmed.
CREATE OR REPLACE FUNCTION vestibule_vault.expire_enrolments(oldest BIGINT) RETURNS INT
MODIFIES SQL DATA SQL SECURITY DEFINER
BEGIN
    DELETE FROM vestibule_vault.enrolments WHERE started_at <= oldest;
    RETURN ROW_COUNT();
END
