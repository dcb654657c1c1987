-- The same as site_session/check, for up to eight cookies at once, each of whichever site it is.
SELECT e.id, e.site, e.last_seen_at, e.second_factor_at, e.email, e.name, e.role,
    p.requires_everyone, p.requires_administrators
FROM site_sessions e CROSS JOIN security_policy p
WHERE e.id IN (?, ?, ?, ?, ?, ?, ?, ?) AND e.ends_at > ?
    AND e.last_seen_at > ? - p.session_lifetime_minutes * 60000000 AND p.id = 1
