-- How many may sign in, and how many of them have a second factor; the administrators among both apart. Everybody is
-- counted in an index, and only the few are looked up who are disabled or administrators.
SELECT
    (SELECT COUNT(*) FROM accounts WHERE disabled_at IS NULL) AS people,
    (SELECT COUNT(*) FROM second_factors)
        - (SELECT COUNT(*) FROM accounts a JOIN second_factors f ON f.account_id = a.id
            WHERE a.disabled_at IS NOT NULL) AS enabled,
    COUNT(*) AS administrators, COUNT(f.account_id) AS administrators_enabled
FROM accounts a LEFT JOIN second_factors f ON f.account_id = a.id
WHERE a.role IN ('admin', 'it-admin', 'super-admin') AND a.disabled_at IS NULL
