-- People in the order of their addresses, after one of them.
SELECT a.id, a.email, a.name, a.role, a.created_at, a.disabled_at, a.last_sign_in_at, f.confirmed_at,
    NULL AS recovery_set_id
FROM accounts a LEFT JOIN second_factors f ON f.account_id = a.id
WHERE a.email > ? AND (? = '' OR LOCATE(LOWER(?), a.email) > 0 OR LOCATE(LOWER(?), LOWER(a.name)) > 0)
    AND (NOT ? OR f.account_id IS NULL)
ORDER BY a.email
LIMIT 51
