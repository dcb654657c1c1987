-- What every check asks, so it reads three rows by their keys and nothing else.
SELECT s.id AS session_id, s.last_seen_at, s.second_factor_at, a.email, a.name, a.role,
    p.requires_everyone, p.requires_administrators, p.session_lifetime_minutes, p.audit_retention_days
FROM sessions s
JOIN accounts a ON a.id = s.account_id
JOIN security_policy p ON p.id = 1
WHERE s.id = ? AND s.ends_at > ? AND s.last_seen_at > ? - p.session_lifetime_minutes * 60000000
    AND NOT s.is_outdated AND a.disabled_at IS NULL
