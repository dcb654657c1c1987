-- Which recovery codes were used; not the codes.
CREATE OR REPLACE ALGORITHM = MERGE SQL SECURITY DEFINER VIEW vestibule.recovery_codes AS
SELECT account_id, used_at FROM vestibule_vault.recovery_codes
