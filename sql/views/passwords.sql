-- Who has a password; not the password.
CREATE OR REPLACE ALGORITHM = MERGE SQL SECURITY DEFINER VIEW vestibule.passwords AS
SELECT account_id FROM vestibule_vault.password_hashes
