-- An enabled second factor with other than eight codes in one set.
SELECT f.account_id, COUNT(DISTINCT s.id), COUNT(c.hash), 'enabled'
FROM vestibule_vault.authenticators f
LEFT JOIN vestibule_vault.recovery_sets s ON s.account_id = f.account_id
LEFT JOIN vestibule_vault.recovery_codes c ON c.account_id = s.account_id
GROUP BY f.account_id
HAVING COUNT(DISTINCT s.id) <> 1 OR COUNT(c.hash) <> 8
UNION ALL
-- Codes of somebody who has none, or whose key is still to be confirmed.
SELECT c.account_id, 0, COUNT(*), 'not enabled'
FROM vestibule_vault.recovery_codes c
WHERE c.account_id NOT IN (SELECT account_id FROM vestibule_vault.authenticators)
GROUP BY c.account_id
UNION ALL
-- A key to be confirmed beside one that is.
SELECT e.account_id, COUNT(*), 0, 'pending and enabled'
FROM vestibule_vault.enrolments e JOIN vestibule_vault.authenticators f ON f.account_id = e.account_id
GROUP BY e.account_id;
