-- Throws a pending key away.
CREATE OR REPLACE FUNCTION vestibule_vault.discard_enrolment(browser BINARY(16)) RETURNS BOOLEAN
MODIFIES SQL DATA SQL SECURITY DEFINER
BEGIN
    DELETE FROM vestibule_vault.enrolments WHERE lineage = browser;
    RETURN ROW_COUNT() = 1;
END
