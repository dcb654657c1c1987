INSERT INTO challenges (id, account_id, started_at, is_kept, attempts, completed_at, step)
SELECT UNHEX(SHA2(RAND(), 256)), c.account_id, c.started_at, c.is_kept, 1, c.completed_at, c.step
FROM challenges c
JOIN vestibule_vault.authenticators f ON f.account_id = c.account_id AND c.completed_at >= f.confirmed_at
JOIN sessions s ON s.account_id = c.account_id
JOIN told_browsers t ON t.id = s.id
WHERE c.step IS NOT NULL LIMIT 1;
