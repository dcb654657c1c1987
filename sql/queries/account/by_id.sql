SELECT a.id, a.email, a.name, a.role, a.created_at, a.disabled_at, a.last_sign_in_at, f.confirmed_at, f.recovery_set_id
FROM accounts a LEFT JOIN second_factors f ON f.account_id = a.id
WHERE a.id = ?
