-- The same of keys that are not confirmed yet.
SELECT authenticator_id AS id, account_id, sealed_key FROM vestibule_vault.enrolments
WHERE authenticator_id > ? AND LEFT(sealed_key, 5) <> ?
ORDER BY authenticator_id LIMIT 100
