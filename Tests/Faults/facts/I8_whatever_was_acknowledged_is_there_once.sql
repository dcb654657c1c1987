-- Fewer changes than people were told of: lost. More than they were told of or never heard of: repeated.
SELECT t.email, t.event, t.acknowledged, t.unheard, COUNT(a.id)
FROM told_changes t
JOIN accounts p ON p.email = t.email
LEFT JOIN audit a ON a.account_id = p.id AND a.event = t.event
GROUP BY t.email, t.event, t.acknowledged, t.unheard
HAVING COUNT(a.id) NOT BETWEEN t.acknowledged AND t.acknowledged + t.unheard
UNION ALL
-- A change of somebody's that they never asked for.
SELECT p.email, a.event, 0, 0, COUNT(*)
FROM audit a
JOIN accounts p ON p.id = a.account_id AND p.email IN (SELECT email FROM told_changes)
WHERE a.event IN ('signed-in', 'signed-in-by-totp', 'signed-in-by-recovery-code', 'signed-out', 'second-factor-enabled',
        'second-factor-disabled', 'recovery-codes-regenerated')
    AND NOT EXISTS (SELECT 1 FROM told_changes t WHERE t.email = p.email AND t.event = a.event)
GROUP BY p.email, a.event
UNION ALL
-- A session that its owner has, and the site has not.
SELECT HEX(LEFT(t.id, 4)), 'session', 1, 0, 0
FROM told_browsers t
WHERE NOT t.is_ended AND NOT EXISTS (SELECT 1 FROM sessions s WHERE s.id = t.id);
