-- A session has one cookie at a site: a new one takes the place of the one before. An outdated session gets none until a page
-- has brought it another cookie itself.
INSERT INTO site_sessions (id, session_id, site, email, name, role, second_factor_at, last_seen_at, ends_at)
SELECT ?, s.id, ?, a.email, a.name, a.role, s.second_factor_at, ?, s.ends_at
FROM sessions s JOIN accounts a ON a.id = s.account_id
WHERE s.id = ? AND NOT s.is_outdated AND a.disabled_at IS NULL
ON DUPLICATE KEY UPDATE id = VALUES(id), role = VALUES(role), second_factor_at = VALUES(second_factor_at),
    last_seen_at = VALUES(last_seen_at)
