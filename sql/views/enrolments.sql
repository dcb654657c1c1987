-- Which browsers hold a pending key; not the key.
CREATE OR REPLACE ALGORITHM = MERGE SQL SECURITY DEFINER VIEW vestibule.enrolments AS
SELECT lineage, authenticator_id, started_at, shown_at FROM vestibule_vault.enrolments
