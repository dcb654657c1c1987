-- The session that the cookie of another site stands for.
UPDATE sessions SET last_seen_at = ?
WHERE id = (SELECT session_id FROM site_sessions WHERE id = ?) AND last_seen_at < ?
