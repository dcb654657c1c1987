SELECT a.id, a.email, a.name, a.role, a.created_at, a.disabled_at, a.last_sign_in_at, f.confirmed_at,
    NULL AS recovery_set_id
FROM accounts a LEFT JOIN second_factors f ON f.account_id = a.id
WHERE f.account_id IS NULL AND a.disabled_at IS NULL AND a.role IN ('admin', 'it-admin', 'super-admin')
ORDER BY a.email
