-- Whether this is the first view of a pending key: it is shown by one page load.
CREATE OR REPLACE PROCEDURE vestibule_vault.show_enrolment(browser BINARY(16), authenticator BINARY(16), shown BIGINT)
MODIFIES SQL DATA SQL SECURITY DEFINER
BEGIN
    UPDATE vestibule_vault.enrolments SET shown_at = shown
    WHERE lineage = browser AND authenticator_id = authenticator AND shown_at IS NULL;
    SELECT ROW_COUNT() = 1 AS done;
END
