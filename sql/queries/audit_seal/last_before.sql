-- The newest seal that was made before the moment given; its rows are older.
SELECT number, previous, first_id, last_id, present, digest, sealed_at, key_id, mac
FROM audit_seals
WHERE sealed_at < ?
ORDER BY number DESC
LIMIT 1
