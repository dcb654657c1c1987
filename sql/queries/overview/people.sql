-- How many may sign in, and how many of them have a second factor; the administrators among both apart.
SELECT COUNT(*) AS people, COUNT(f.account_id) AS enabled,
    COALESCE(SUM(a.role <> 'user'), 0) AS administrators,
    COALESCE(SUM(a.role <> 'user' AND f.account_id IS NOT NULL), 0) AS administrators_enabled
FROM accounts a LEFT JOIN second_factors f ON f.account_id = a.id
WHERE a.disabled_at IS NULL
