INSERT INTO vestibule_vault.enrolments (lineage, account_id, authenticator_id, sealed_key, started_at)
SELECT lineage, account_id, UNHEX(MD5(RAND())), '', 0 FROM sessions LIMIT 1;
