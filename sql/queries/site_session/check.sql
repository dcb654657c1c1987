-- The same as session/check, for the cookie of another site: what was shown when it was made, not what came later.
SELECT s.id AS session_id, s.last_seen_at, e.second_factor_at, a.email, a.name, a.role,
    p.requires_everyone, p.requires_administrators, p.session_lifetime_minutes, p.audit_retention_days
FROM site_sessions e
JOIN sessions s ON s.id = e.session_id
JOIN accounts a ON a.id = s.account_id
JOIN security_policy p ON p.id = 1
WHERE e.id = ? AND e.site = ? AND s.ends_at > ? AND s.last_seen_at > ? - p.session_lifetime_minutes * 60000000
    AND e.role = a.role AND a.disabled_at IS NULL
