-- Whoever turned two-factor on more often than they, or an administrator, turned it off has it; nobody else has.
SELECT a.account_id, SUM(a.event = 'second-factor-enabled') AS turned_on,
    SUM(a.event IN ('second-factor-disabled', 'second-factor-reset')) AS turned_off, COUNT(DISTINCT f.id) AS has
FROM audit a LEFT JOIN vestibule_vault.authenticators f ON f.account_id = a.account_id
WHERE a.account_id IS NOT NULL
GROUP BY a.account_id
HAVING turned_on - turned_off <> has
UNION ALL
SELECT f.account_id, 0, 0, 1
FROM vestibule_vault.authenticators f
WHERE NOT EXISTS (SELECT 1 FROM audit a WHERE a.account_id = f.account_id AND a.event = 'second-factor-enabled');
