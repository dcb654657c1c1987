SELECT a.id, a.email, a.name, a.role, a.created_at, a.disabled_at, a.last_sign_in_at, f.confirmed_at, f.recovery_set_id
FROM activations v
JOIN accounts a ON a.id = v.account_id
LEFT JOIN second_factors f ON f.account_id = a.id
WHERE v.id = ? AND v.ends_at > ? AND a.disabled_at IS NULL
