-- The newest seal of which every row, and every row before it, is older than the moment given.
SELECT number, previous, first_id, last_id, present, digest, sealed_at, key_id, mac
FROM audit_seals
WHERE last_id < COALESCE((SELECT MIN(id) FROM audit WHERE at >= ?), 9223372036854775807)
ORDER BY number DESC
LIMIT 1
