-- Keys of authenticators that the current key, whose seals begin with this header, has not sealed.
SELECT id, account_id, sealed_key FROM vestibule_vault.authenticators
WHERE id > ? AND LEFT(sealed_key, 5) <> ?
ORDER BY id LIMIT 100
