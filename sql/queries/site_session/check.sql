-- The same as session/check, for the cookie of another site.
SELECT e.last_seen_at, e.second_factor_at, e.email, e.name, e.role,
    p.requires_everyone, p.requires_administrators
FROM site_sessions e CROSS JOIN security_policy p
WHERE e.id = ? AND e.site = ? AND e.ends_at > ? AND e.last_seen_at > ? - p.session_lifetime_minutes * 60000000
    AND p.id = 1
