-- The browsers of an account that are still signed in, the one used last first.
SELECT s.id, s.lineage, s.started_at, s.last_seen_at, s.second_factor, s.address, s.user_agent
FROM sessions s CROSS JOIN security_policy p
WHERE s.account_id = ? AND s.ends_at > ? AND s.last_seen_at > ? - p.session_lifetime_minutes * 60000000
ORDER BY s.last_seen_at DESC
LIMIT 50
