-- Keys that are not confirmed yet, and that the current key, whose seals begin with this header, has not sealed.
SELECT authenticator_id AS id, account_id, sealed_key FROM vestibule_vault.enrolments
WHERE authenticator_id > ? AND LEFT(sealed_key, 5) <> ?
ORDER BY authenticator_id LIMIT 100
