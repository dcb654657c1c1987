-- Who has used that many recovery codes, the one with the fewest left first.
SELECT a.id, a.name, u.used
FROM (
    SELECT account_id, COUNT(*) AS used FROM recovery_codes WHERE used_at IS NOT NULL GROUP BY account_id HAVING used >= ?
) u
JOIN accounts a ON a.id = u.account_id
WHERE a.disabled_at IS NULL
ORDER BY u.used DESC, a.email
LIMIT 10
