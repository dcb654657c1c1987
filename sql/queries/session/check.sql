-- What a check asks: one session, by its key. An outdated one is none until a page has brought it another cookie.
SELECT s.last_seen_at, s.second_factor_at, s.email, s.name, s.role,
    p.requires_everyone, p.requires_administrators
FROM sessions s CROSS JOIN security_policy p
WHERE s.id = ? AND s.ends_at > ? AND s.last_seen_at > ? - p.session_lifetime_minutes * 60000000
    AND NOT s.is_outdated AND p.id = 1
