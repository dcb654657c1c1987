-- A completed challenge is found a little longer, so that a doubled post lands where the first one did. One that had
-- too many codes is over, though a code that is being judged may still complete it.
SELECT c.is_kept, c.completed_at, c.browser, a.id, a.email, a.name, a.role, f.confirmed_at, f.recovery_set_id
FROM challenges c
JOIN accounts a ON a.id = c.account_id
JOIN second_factors f ON f.account_id = a.id
WHERE c.id = ? AND c.started_at > ? AND (c.completed_at IS NULL AND c.attempts <= 5 OR c.completed_at > ?) AND a.disabled_at IS NULL
