-- Throws a pending key away.
CREATE OR REPLACE PROCEDURE vestibule_vault.discard_enrolment(browser BINARY(16))
MODIFIES SQL DATA SQL SECURITY DEFINER
BEGIN
    DELETE FROM vestibule_vault.enrolments WHERE lineage = browser;
    SELECT ROW_COUNT() = 1 AS done;
END
