DELETE s FROM sessions s CROSS JOIN security_policy p
WHERE s.ends_at <= ? OR s.last_seen_at <= ? - p.session_lifetime_minutes * 60000000
