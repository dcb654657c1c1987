SELECT COUNT(*) AS others
FROM accounts a JOIN passwords p ON p.account_id = a.id
WHERE a.role = 'super-admin' AND a.disabled_at IS NULL AND a.id <> ?
