INSERT INTO vestibule_vault.enrolments (lineage, account_id, authenticator_id, sealed_key, started_at)
SELECT s.lineage, f.account_id, f.id, f.sealed_key, 0
FROM vestibule_vault.authenticators f JOIN sessions s ON s.account_id = f.account_id LIMIT 1;
