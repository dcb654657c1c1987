-- Who has a second factor, and which set of recovery codes; no secret is in it.
CREATE OR REPLACE ALGORITHM = MERGE SQL SECURITY DEFINER VIEW vestibule.second_factors AS
SELECT a.account_id, a.confirmed_at, s.id AS recovery_set_id
FROM vestibule_vault.authenticators a LEFT JOIN vestibule_vault.recovery_sets s ON s.account_id = a.account_id
