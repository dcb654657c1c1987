-- No step completed two challenges of an account, and none lies after the last step, unless the clock was healed since.
SELECT c.account_id, c.step, COUNT(*), MAX(f.last_step)
FROM challenges c
JOIN vestibule_vault.authenticators f ON f.account_id = c.account_id AND c.completed_at >= f.confirmed_at
JOIN audit a ON a.account_id = c.account_id AND a.event = 'signed-in-by-totp' AND a.at = c.completed_at
WHERE c.step IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM audit h WHERE h.account_id = c.account_id AND h.event = 'step-healed' AND h.id > a.id)
GROUP BY c.account_id, c.step
HAVING COUNT(*) > 1 OR c.step > MAX(f.last_step)
UNION ALL
-- The challenge may have been tidied away since, but the sign-in says about which step it was.
SELECT f.account_id, MAX(a.at) DIV 30000000, 0, f.last_step
FROM vestibule_vault.authenticators f
JOIN audit a ON a.account_id = f.account_id AND a.event = 'signed-in-by-totp' AND a.at >= f.confirmed_at
WHERE NOT EXISTS (
    SELECT 1 FROM audit h WHERE h.account_id = f.account_id AND h.event = 'step-healed' AND h.id > a.id)
GROUP BY f.account_id, f.last_step
HAVING MAX(a.at) DIV 30000000 - 1 > f.last_step;
