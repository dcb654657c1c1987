-- The same as session/check, for up to eight cookies at once.
SELECT s.id, s.last_seen_at, s.second_factor_at, s.email, s.name, s.role,
    p.requires_everyone, p.requires_administrators
FROM sessions s CROSS JOIN security_policy p
WHERE s.id IN (?, ?, ?, ?, ?, ?, ?, ?) AND s.ends_at > ?
    AND s.last_seen_at > ? - p.session_lifetime_minutes * 60000000 AND NOT s.is_outdated AND p.id = 1
