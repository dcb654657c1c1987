-- How many people without a second factor have one of the roles that are asked about: user, administrators.
SELECT COUNT(*) AS people
FROM accounts a LEFT JOIN second_factors f ON f.account_id = a.id
WHERE f.account_id IS NULL AND a.disabled_at IS NULL AND IF(a.role = 'user', ?, ?)
